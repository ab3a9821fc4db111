import { useId } from 'react';

export interface NumberChoiceProps {
  readonly numbers: readonly number[];
  readonly chosen: number | null;
  readonly onChoose: (number: number) => void;
}

/** Three numbers, one of which the new device shows. A wrong one ends the attempt, so none is chosen at first. */
export function NumberChoice({ numbers, chosen, onChoose }: NumberChoiceProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className="font-medium">Which number does it show?</legend>
      <div className="mt-2 grid grid-cols-3 gap-2">
        {numbers.map((number) => (
          <label
            key={number}
            className="grid min-h-16 cursor-pointer place-items-center rounded-control border border-edge bg-surface text-page font-semibold tabular-nums transition-colors duration-feedback hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={number}
              checked={chosen === number}
              onChange={() => onChoose(number)}
              className="sr-only"
            />
            {number}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

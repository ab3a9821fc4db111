import { useId } from 'react';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onValueChange: (value: number) => void;
  readonly formatValue?: (value: number) => string;
}

/** A number chosen by feel. The browser's own control: it knows touch, keys and right-to-left. */
export function Slider({
  label,
  value,
  min,
  max,
  step = 1,
  onValueChange,
  formatValue = String,
}: SliderProps) {
  const id = useId();
  return (
    <div>
      <div className="flex items-baseline justify-between">
        <label htmlFor={id} className="text-body font-medium">
          {label}
        </label>
        <output htmlFor={id} data-figures className="text-small text-quiet">
          {formatValue(value)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={formatValue(value)}
        onChange={(event) => onValueChange(event.target.valueAsNumber)}
        className="mt-1 block h-11 w-full cursor-pointer accent-accent"
      />
    </div>
  );
}

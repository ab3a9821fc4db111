import type { Outcome } from '@sotto/client';
import type { VisibleThing } from '@sotto/protocol';
import { exceptionOf, seenChoices, seenOf } from './exception-words.ts';
import { SavedSelect } from './saved-select.tsx';

export interface SeenSelectsProps {
  readonly things: readonly { readonly thing: VisibleThing; readonly label: string }[];
  readonly exceptionFor: (thing: VisibleThing) => boolean | undefined;
  readonly onChoose: (thing: VisibleThing, seen: boolean | null) => Promise<Outcome>;
}

/** For each thing others may see of me: as in settings, shown or hidden. */
export function SeenSelects({ things, exceptionFor, onChoose }: SeenSelectsProps) {
  return things.map(({ thing, label }) => (
    <SavedSelect
      key={thing}
      label={label}
      value={seenOf(exceptionFor(thing))}
      options={seenChoices}
      onChoose={(seen) => onChoose(thing, exceptionOf(seen))}
    />
  ));
}

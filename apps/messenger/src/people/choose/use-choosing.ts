import type { Person } from '@sotto/client';
import { useState, type KeyboardEvent } from 'react';
import { isChosen, toggled } from './chosen-people.ts';

interface Given {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly people: readonly Person[];
  readonly onDone: (chosen: readonly Person[]) => void;
  /** As many as can be chosen. */
  readonly max: number;
  readonly chosen: readonly Person[];
  readonly setChosen: (chosen: readonly Person[]) => void;
}

export interface Choosing {
  readonly activeIndex: number;
  readonly toggle: (person: Person) => void;
  /** For the field, which keeps focus throughout. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Choosing people from what a field finds, all from that field. */
export function useChoosing({
  query,
  setQuery,
  people,
  onDone,
  max,
  chosen,
  setChosen,
}: Given): Choosing {
  // Another list of people starts at its top.
  const [active, setActive] = useState({ people, index: 0 });
  const activeIndex = active.people === people ? active.index : 0;
  const count = Math.max(1, people.length);

  function toggle(person: Person) {
    setChosen(toggled(chosen, person, max));
    if (!isChosen(chosen, person)) setQuery('');
  }

  function enter() {
    const person = people[activeIndex];
    // An empty field has nothing left to choose: Enter goes on with those chosen.
    if (query.trim() === '' && chosen.length > 0) onDone(chosen);
    else if (person !== undefined) toggle(person);
  }

  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setActive({ people, index: (activeIndex + 1) % count }),
    ArrowUp: () => setActive({ people, index: (activeIndex + count - 1) % count }),
    Enter: enter,
    ...(query === '' && chosen.length > 0 && { Backspace: () => setChosen(chosen.slice(0, -1)) }),
  };

  return {
    activeIndex,
    toggle,
    onKeyDown(event) {
      const move = moves[event.key];
      if (move === undefined || event.nativeEvent.isComposing) return;
      event.preventDefault();
      move();
    },
  };
}

import type { Person } from '@sotto/client';
import { useId, useState } from 'react';
import { useChoices, type Choices } from './use-choices.ts';
import { useChoosing, type Choosing } from './use-choosing.ts';

interface Given {
  readonly chosen: readonly Person[];
  readonly setChosen: (chosen: readonly Person[]) => void;
  /** As many as can be chosen. */
  readonly max: number;
  /** Who is not to be found, as they are there already. */
  readonly without?: readonly string[];
  readonly onDone: () => void;
}

/** A choice of people under way: what its field and its list show, and what they do. */
export interface PeopleChoice extends Choices, Choosing {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly chosen: readonly Person[];
  /** The list of what is found, for the field that points into it. */
  readonly listId: string;
}

/** Chooses people in a `PeopleField`, from what `PeopleResults` shows below it. */
export function usePeopleChoice({ without, ...given }: Given): PeopleChoice {
  const [query, setQuery] = useState('');
  const choices = useChoices(query, without);
  const choosing = useChoosing({ ...given, query, setQuery, people: choices.people });
  return { ...choices, ...choosing, query, setQuery, chosen: given.chosen, listId: useId() };
}

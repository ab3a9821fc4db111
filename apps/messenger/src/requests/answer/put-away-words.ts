import { isolated } from '../../people/names.ts';

export interface PutAwayWords {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
}

/** What deleting and blocking do, literally. `name` is null while it is hidden. */
export function putAwayWords(word: 'delete' | 'block', name: string | null): PutAwayWords {
  const told = name === null ? 'They are' : `${isolated(name)} is`;
  if (word === 'delete') {
    return {
      title: 'Delete this request?',
      text: `${told} not told: for them it goes on waiting. New requests from them stay hidden for 30 days after this one.`,
      confirm: 'Delete',
    };
  }
  return {
    title: name === null ? 'Block this person?' : `Block ${isolated(name)}?`,
    text: `${told} not told. You will not see messages or requests from them, and this request is deleted.`,
    confirm: 'Block',
  };
}

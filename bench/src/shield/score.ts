import { openShield, type Sender, type WarningKind } from '@sotto/shield';
import type { Labelled } from './read-corpus.ts';

/** How often a warning was right, wrong, and wanting. */
export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Of the messages warned about, the share that deserved it; 1 when there were none. */
export function precisionOf({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Of the messages that deserved a warning, the share that got one; 1 when there were none. */
export function recallOf({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

export interface Measured {
  /** Whether anything was said, of messages of which something should be. */
  readonly messages: Score;
  /** Whether the right thing was said. */
  readonly kinds: ReadonlyMap<WarningKind, Score>;
  readonly falseAlarms: readonly {
    readonly message: Labelled;
    readonly kinds: readonly WarningKind[];
  }[];
  readonly missed: readonly Labelled[];
}

const NOBODY: Omit<Sender, 'relation'> = { userId: '@x:example.org', displayName: '', photo: null };
const shield = openShield({ homeDomains: [] });

/** What is said of a text by itself. */
export function kindsOf(text: string, relation: Sender['relation']): readonly WarningKind[] {
  const warnings = shield.checkMessage({ text, links: [] }, { ...NOBODY, relation });
  return warnings.map(({ kind }) => kind);
}

/** Compares what is said of each message with what should be. */
export function measure(labelled: readonly Labelled[]): Measured {
  let messages: Score = { right: 0, wrong: 0, missed: 0 };
  const kinds = new Map<WarningKind, Score>();
  const falseAlarms: { message: Labelled; kinds: readonly WarningKind[] }[] = [];
  const missed: Labelled[] = [];
  for (const message of labelled) {
    const said = kindsOf(message.text, message.from);
    for (const kind of new Set([...said, ...message.kinds])) {
      const score = kinds.get(kind) ?? { right: 0, wrong: 0, missed: 0 };
      kinds.set(kind, count(score, said.includes(kind), message.kinds.includes(kind)));
    }
    messages = count(messages, said.length > 0, message.kinds.length > 0);
    if (message.kinds.length === 0 && said.length > 0) falseAlarms.push({ message, kinds: said });
    if (message.kinds.length > 0 && said.length === 0) missed.push(message);
  }
  return { messages, kinds, falseAlarms, missed };
}

function count(score: Score, said: boolean, due: boolean): Score {
  return {
    right: score.right + Number(said && due),
    wrong: score.wrong + Number(said && !due),
    missed: score.missed + Number(!said && due),
  };
}

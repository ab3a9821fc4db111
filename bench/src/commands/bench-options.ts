import { parseArgs } from 'node:util';
import { RunError } from '../run-error.ts';
import { numberOf } from './numbers.ts';

const parts = ['speed', 'policy', 'crowd', 'storage', 'idle', 'script'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  readonly pairs: number;
  /** How long each run is measured, after its warm-up. */
  readonly seconds: number;
  /** How often each server is measured; the figures are those of the median. */
  readonly rounds: number;
  /** How many messages fill the database whose size and start are measured. */
  readonly messages: number;
  readonly idleSyncs: number;
  /** How many are in the large group, all of them listening. */
  readonly members: number;
  readonly only: ReadonlySet<Part>;
}

export function parseBenchOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      pairs: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '15' },
      rounds: { type: 'string', default: '5' },
      messages: { type: 'string', default: '100000' },
      'idle-syncs': { type: 'string', default: '2000' },
      members: { type: 'string', default: '1000' },
      only: { type: 'string', default: parts.join(',') },
    },
  });
  return {
    pairs: numberOf('pairs', values.pairs),
    seconds: numberOf('seconds', values.seconds),
    rounds: numberOf('rounds', values.rounds),
    messages: numberOf('messages', values.messages),
    idleSyncs: numberOf('idle-syncs', values['idle-syncs']),
    members: numberOf('members', values.members),
    only: new Set(values.only.split(',').map(toPart)),
  };
}

function toPart(name: string): Part {
  const part = parts.find((each) => each === name);
  if (!part) throw new RunError(`--only takes some of ${parts.join(', ')}, not "${name}".`);
  return part;
}

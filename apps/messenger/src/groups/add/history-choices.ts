import type { GroupMember } from '@sotto/client';

type History = NonNullable<GroupMember['history']>;

export type HistoryName = 'nothing' | 'today' | 'last' | 'everything';

const LAST_COUNT = 50;

export interface HistoryOption {
  readonly value: HistoryName;
  readonly label: string;
  readonly description: string;
}

/** What newcomers may read of what was said before. The least comes first. */
export const historyOptions: readonly HistoryOption[] = [
  {
    value: 'nothing',
    label: 'Nothing',
    description: 'They read what is said once they are added.',
  },
  {
    value: 'today',
    label: 'From today',
    description: 'They read everything said since midnight.',
  },
  {
    value: 'last',
    label: `The last ${LAST_COUNT} messages`,
    description: 'With their photos and files.',
  },
  {
    value: 'everything',
    label: 'Everything',
    description: 'All that was said here, as far as you can read it yourself.',
  },
];

/** The choice as the group keeps it. `startOfDayMs` is the midnight before now, where its chooser is. */
export function historyOf(name: HistoryName, startOfDayMs: number): History {
  switch (name) {
    case 'today':
      return { share: 'since', since_ts: startOfDayMs };
    case 'last':
      return { share: 'last', count: LAST_COUNT };
    case 'everything':
      return { share: 'all' };
    case 'nothing':
    default:
      return { share: 'none' };
  }
}

/** The midnight before a moment, where this device is. */
export function startOfDay(nowMs: number): number {
  return new Date(nowMs).setHours(0, 0, 0, 0);
}

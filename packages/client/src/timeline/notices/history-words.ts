import type { HistoryChoice } from '@sotto/protocol';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** What a newcomer may read, after their name: `can read …`. `atMs` is when that was said. */
export function historyWords(choice: HistoryChoice, atMs: number): string {
  switch (choice.share) {
    case 'none':
      return 'can read messages from here on.';
    case 'since': {
      const day = dayFormat.format(choice.since_ts);
      if (choice.since_ts === 0) return 'can read all messages.';
      if (day === dayFormat.format(atMs)) return 'can read messages from this day on.';
      return `can read messages from ${day} on.`;
    }
    case 'last':
      return choice.count === 1
        ? 'can read the last message before this.'
        : `can read the last ${choice.count} messages before this.`;
    case 'all':
    default:
      return 'can read all messages.';
  }
}

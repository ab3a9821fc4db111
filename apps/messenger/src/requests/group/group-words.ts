import type { GroupOffer } from '@sotto/client';
import { namesInWords } from '../../people/names.ts';
import type { Fact } from '../facts/fact-words.ts';

/** How days are told to the reader. */
export interface DayReader {
  readonly nowMs: number;
  readonly dayNumber: (ms: number) => number;
  /** `Monday 3 March 2026`. */
  readonly day: (ms: number) => string;
}

/** What I will read of what was said there; null while it is not known. */
export function readableWords(
  readable: GroupOffer['readable'],
  { nowMs, dayNumber, day }: DayReader,
): string | null {
  switch (readable?.share) {
    case 'none':
      return 'You will see messages from this invitation on';
    case 'joined':
      return 'You will see messages from when you join on';
    case 'since': {
      const sinceMs = readable.since_ts;
      if (sinceMs === 0) return 'You will see all messages from before';
      const isToday = dayNumber(sinceMs) === dayNumber(nowMs);
      return `You will see messages from ${isToday ? 'today' : day(sinceMs)} on`;
    }
    case 'last':
      return readable.count === 1
        ? 'You will see the last message before this invitation, and what came after'
        : `You will see the last ${readable.count} messages before this invitation, and what came after`;
    case 'all':
      return 'You will see all messages from before';
    case undefined:
    default:
      return null;
  }
}

/** `4 people`, or null while it is not known. */
export function membersWords({ memberCount }: GroupOffer): string | null {
  if (memberCount === null) return null;
  return memberCount === 1 ? '1 person' : `${memberCount} people`;
}

/** What helps to decide whether to join. Nothing before it is known. */
export function groupFactsOf(group: GroupOffer, reader: DayReader): readonly Fact[] {
  const readable = readableWords(group.readable, reader);
  const known =
    group.known.length > 0
      ? `You know ${namesInWords(group.known)} there`
      : 'Nobody there is one of your contacts';
  return [
    ...(group.memberCount === null
      ? []
      : [{ key: 'contacts', tone: 'plain', text: known } as const]),
    ...(readable === null ? [] : [{ key: 'history', tone: 'plain', text: readable } as const]),
  ];
}

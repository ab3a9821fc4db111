import type { CommunityOffer, GroupOffer, RequestSummary } from '@sotto/client';
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

/** A group or a community, as far as it tells of itself. */
export type Offer = Pick<RequestSummary, 'community'> & { readonly group: GroupOffer };

function counted(count: number | null, one: string, many: string): readonly string[] {
  if (count === null) return [];
  return [count === 1 ? `1 ${one}` : `${count} ${many}`];
}

/** `Group · 4 people`, `Community · 213 people · 5 channels`: what of it is known. */
export function sizeWords({ group, community }: Offer): string {
  return [
    community ? 'Community' : 'Group',
    ...counted(group.memberCount, 'person', 'people'),
    ...counted(community?.channelCount ?? null, 'channel', 'channels'),
  ].join(' · ');
}

/** What helps to decide whether to join. Nothing before it is known. */
export function groupFactsOf({ group, community }: Offer, reader: DayReader): readonly Fact[] {
  const known =
    group.known.length > 0
      ? `You know ${namesInWords(group.known)} there`
      : 'Nobody there is one of your contacts';
  // In a community itself nothing is said, and each of its channels is read from one's joining on.
  const readable = community
    ? 'You will read channels from when you join them'
    : readableWords(group.readable, reader);
  return [
    ...(group.memberCount === null
      ? []
      : [{ key: 'contacts', tone: 'plain', text: known } as const]),
    ...(readable === null ? [] : [{ key: 'history', tone: 'plain', text: readable } as const]),
    ...(community ? [doorFact(community)] : []),
  ];
}

function doorFact({ approval }: CommunityOffer): Fact {
  const text = approval
    ? 'Whoever comes by a link is let in by staff'
    : 'People come by invitation or a link';
  return { key: 'door', tone: 'plain', text };
}

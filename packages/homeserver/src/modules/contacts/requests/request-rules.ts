import {
  POLICY_DEFAULTS,
  REQUEST_MESSAGES_MAX,
  type MessagePolicy,
  type Relationship,
  type Treatment,
  type UserId,
} from '@sotto/protocol';
import { refuse } from '../errors.ts';

/** What the policy says of somebody: what it says of them by name, else of what they are to its owner. */
export function treatmentOf(
  policy: MessagePolicy,
  sender: UserId,
  relationship: Relationship,
): Treatment {
  const { people = {}, rules = {} } = policy;
  if (Object.hasOwn(people, sender)) return people[sender] ?? POLICY_DEFAULTS[relationship];
  return rules[relationship] ?? POLICY_DEFAULTS[relationship];
}

const TRUSTED: ReadonlySet<Relationship> = new Set(['contact', 'mutual_follow', 'followed']);

/**
 * What a minor's policy comes to: nobody they neither have as a contact nor follow is shown to them. To the
 * sender it is a request that is not answered, as `ignore` is. They may refuse aloud; that is their own word.
 */
export function treatmentOfMinor(treatment: Treatment, relationship: Relationship): Treatment {
  return TRUSTED.has(relationship) || treatment === 'reject' ? treatment : 'ignore';
}

/**
 * Until somebody else has joined, what one writes is a request, and a request is short. Without this an
 * unanswered one is a free way to flood somebody who never agreed to talk.
 */
export function checkMayWriteMore(messages: number): void {
  if (messages < REQUEST_MESSAGES_MAX) return;
  throw refuse('awaiting_acceptance', 'You can write more once your request is accepted.');
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** First contacts are counted over this time. */
export const FIRST_CONTACTS_WINDOW_MS = DAY_MS;
/** What was held against a sender counts in full for a day, then fades until it is forgotten. */
const UNWELCOME_FULL_MS = DAY_MS;
export const UNWELCOME_FORGOTTEN_MS = 14 * DAY_MS;

/** What each answer to a request counts against its sender. */
export const UNWELCOME_POINTS = { deleted: 1, declined: 1, blocked: 3, reported: 5 } as const;
/** Nobody can tell from their own limit that a single person has deleted or blocked their request. */
const POINTS_FREE = 3;
const CONTACTS_PER_POINT = 2;

/** The share of the limit a new account has, by its age. */
const AGE_STEPS = [
  { untilMs: HOUR_MS, share: 0.4 },
  { untilMs: DAY_MS, share: 0.6 },
  { untilMs: 7 * DAY_MS, share: 0.8 },
];

export interface SenderStanding {
  readonly accountAgeMs: number;
  readonly unwelcome: readonly { readonly points: number; readonly ageMs: number }[];
  /** Moderators have cut what they may do for now. */
  readonly isLimited: boolean;
}

/** How many unaccepted first contacts somebody may have made within a day. At least one. */
export function firstContactsAllowed(perDay: number, sender: SenderStanding): number {
  if (sender.isLimited) return 1;
  const share = AGE_STEPS.find(({ untilMs }) => sender.accountAgeMs < untilMs)?.share ?? 1;
  const points = sender.unwelcome.reduce((sum, one) => sum + one.points * weightAt(one.ageMs), 0);
  const lost = CONTACTS_PER_POINT * Math.max(0, points - POINTS_FREE);
  return Math.max(1, Math.floor(perDay * share - lost));
}

function weightAt(ageMs: number): number {
  const left = (UNWELCOME_FORGOTTEN_MS - ageMs) / (UNWELCOME_FORGOTTEN_MS - UNWELCOME_FULL_MS);
  return Math.min(1, Math.max(0, left));
}

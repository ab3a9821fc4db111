import { QUEUE_PAGE_MAX, type ModeratorAction, type UserId } from '@sotto/protocol';
import { refuse } from '../errors.ts';

const DAY_MS = 86_400_000;

export interface Decision {
  readonly action: ModeratorAction;
  /** For the reporter. */
  readonly note: string;
  /** For whom it is about. */
  readonly subjectNote: string;
  /** Of a limit. */
  readonly days: number | null;
}

/** What somebody is told must be said, and a limit must end. */
export function checkComplete({ action, subjectNote, days }: Decision): void {
  if (action === 'limit' && days === null) {
    throw refuse('days_missing', 'Say for how many days.');
  }
  const isTold = action === 'warn' || action === 'limit' || action === 'suspend';
  if (isTold && subjectNote === '') {
    throw refuse('note_missing', 'Say to the person what they did wrong.');
  }
}

/** Whom an action is about. Only a dismissal is about nobody. */
export function checkSubject(
  action: ModeratorAction,
  subject: { readonly userId: UserId; readonly isModerator: boolean } | null,
): void {
  if (action === 'dismiss') return;
  if (!subject) {
    throw refuse('nobody_to_act_on', 'This report is about nobody who still has an account here.');
  }
  if (subject.isModerator) {
    throw refuse(
      'moderator_untouchable',
      'This is a moderator. Only the operator can decide this.',
    );
  }
}

export function limitEndMs(days: number, nowMs: number): number {
  return nowMs + days * DAY_MS;
}

/** Where a page begins, as `next` of the page before said it; null is at the first. */
export function readFrom(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,15}$/.test(text)) throw refuse('queue_token_invalid', 'There is no such page.');
  return Number(text);
}

/** As many as were asked for, within what a page holds. */
export function readLimit(text: string | undefined): number {
  const wanted = Number(text ?? QUEUE_PAGE_MAX);
  if (!Number.isInteger(wanted) || wanted < 1) {
    throw refuse('queue_token_invalid', 'A page has at least one report.');
  }
  return Math.min(wanted, QUEUE_PAGE_MAX);
}

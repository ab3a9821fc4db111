import {
  isUnreachable,
  ProblemError,
  readServerError,
  retryAfterMsOf,
} from '../session/problems.ts';

/** What to do about a message that did not get through. */
export type SendFailure =
  /** The server cannot be reached: wait for it, however long. */
  | { readonly kind: 'wait' }
  /** Too soon: the server says when to try again, as in slow mode. However often. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** Try again after a while. */
  | { readonly kind: 'again' }
  /** It will not work however often it is tried. */
  | { readonly kind: 'give_up'; readonly awaitsAcceptance?: boolean };

export function classifySendFailure(error: unknown): SendFailure {
  if (error instanceof ProblemError) return { kind: 'give_up' };
  if (isUnreachable(error)) return { kind: 'wait' };
  const { httpStatus, errcode } = readServerError(error);
  const afterMs = retryAfterMsOf(error);
  if (httpStatus === 429) {
    return afterMs === undefined ? { kind: 'again' } : { kind: 'later', afterMs };
  }
  // The session is being ended; the record stays for the next one.
  if (errcode === 'M_UNKNOWN_TOKEN') return { kind: 'wait' };
  // No status: preparing the message failed on this device, for lack of someone's keys perhaps.
  if (httpStatus === undefined || httpStatus >= 500) return { kind: 'again' };
  return { kind: 'give_up', awaitsAcceptance: errcode === 'APP.SOTTO.AWAITING_ACCEPTANCE' };
}

import type { Refusal } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Peer } from '../../../http/index.ts';

/**
 * The ways of proving who is there that this server knows.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#authentication-types
 */
export type Stage = 'm.login.dummy' | 'm.login.password' | 'm.login.registration_token';

export interface StageAttempt {
  readonly auth: Readonly<Record<string, unknown>>;
  /** Who must be proved; null if the stage itself says who. */
  readonly userId: UserId | null;
  readonly peer: Peer;
}

/** Passed, and by whom; or what to tell the person before the next try. */
export type StageOutcome = { readonly userId: UserId | null } | Refusal;

export type StageCheckers = Readonly<
  Record<Stage, (attempt: StageAttempt) => Promise<StageOutcome>>
>;

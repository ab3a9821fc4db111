import { hash } from 'node:crypto';
import { BoundedMap, Refusal, type Clock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Peer } from '../../../http/index.ts';
import type { Random } from '../../../platform.ts';
import { refuse } from '../errors.ts';
import type { Stage, StageCheckers } from './stages.ts';

/** What an operation asks for before it does anything. */
export interface AuthRequest {
  /** The contract's operationId: proof given for one operation does not serve another. */
  readonly operation: string;
  /** The account signed in on the asking device; null if anyone may ask. */
  readonly userId: UserId | null;
  /** The body's `auth` field as it came. */
  readonly auth: Readonly<Record<string, unknown>> | null | undefined;
  /** Each flow is enough by itself; its stages go in order. */
  readonly flows: readonly (readonly Stage[])[];
  /** A text that is equal for equal requests. Never a password: use what else is asked for. */
  readonly about: string;
  /** What clients may want to know before they begin, by its name. Other clients pass over it. */
  readonly params?: Readonly<Record<string, object>>;
  readonly peer: Peer;
}

export interface Proof {
  /** Whose password was given; otherwise who asked. */
  readonly userId: UserId | null;
}

/**
 * Asks again who is there, before something that a stolen access token must not do alone.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#user-interactive-authentication-api
 */
export interface Uia {
  /** Returns once a flow is complete; until then throws `interactive_auth`, the 401 that says what is missing. */
  require(request: AuthRequest): Promise<Proof>;
}

export interface UiaDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly checkers: StageCheckers;
}

/** Long enough to type a password, short enough that a forgotten screen is worth nothing. */
export const UIA_SESSION_MS = 10 * 60_000;
const SESSIONS_MAX = 10_000;

/** Holds what was proved, never what it was proved with. */
interface Session {
  readonly id: string;
  readonly operation: string;
  readonly userId: UserId | null;
  readonly expiresMs: number;
  readonly completed: readonly Stage[];
  /** Fixed by the first completed stage: before it the session is worth nothing. */
  readonly aboutHash: string | null;
  readonly provenUserId: UserId | null;
}

export function createUia({ clock, random, checkers }: UiaDeps): Uia {
  const sessions = new BoundedMap<string, Session>(SESSIONS_MAX);

  function begin(request: AuthRequest): Session {
    const session: Session = {
      id: random.token(24),
      operation: request.operation,
      userId: request.userId,
      expiresMs: clock.nowMs() + UIA_SESSION_MS,
      completed: [],
      aboutHash: null,
      provenUserId: request.userId,
    };
    sessions.set(session.id, session);
    return session;
  }

  function find(request: AuthRequest, id: string): Session | null {
    const session = sessions.get(id);
    if (!session || session.expiresMs <= clock.nowMs()) return null;
    if (session.operation !== request.operation || session.userId !== request.userId) return null;
    if (session.aboutHash !== null && session.aboutHash !== hashOf(request.about)) return null;
    return session;
  }

  return {
    async require(request) {
      const { auth } = request;
      const sessionId = auth?.['session'];
      const known = typeof sessionId === 'string' ? find(request, sessionId) : null;
      const session = known ?? begin(request);
      const stage = stageOf(request, auth?.['type']);
      // A session that ended, or belongs to something else, proves nothing: start over.
      const isForeign = sessionId !== undefined && !known;
      if (!auth || isForeign || !stage || !isNext(request.flows, session.completed, stage)) {
        throw ask(request, session);
      }

      const outcome = await checkers[stage]({ ...request, auth, userId: session.provenUserId });
      if (outcome instanceof Refusal) throw ask(request, session, outcome);

      const proved: Session = {
        ...session,
        completed: [...session.completed, stage],
        aboutHash: hashOf(request.about),
        provenUserId: outcome.userId,
      };
      if (isComplete(request.flows, proved.completed)) {
        sessions.delete(session.id);
        return { userId: proved.provenUserId };
      }
      sessions.set(session.id, proved);
      throw ask(request, proved);
    },
  };
}

function ask(request: AuthRequest, session: Session, failed?: Refusal): Refusal {
  return refuse('interactive_auth', 'This needs to be confirmed.', {
    ...(failed ? { errcode: 'M_FORBIDDEN', error: failed.message } : {}),
    flows: request.flows.map((stages) => ({ stages })),
    params: request.params ?? {},
    session: session.id,
    ...(session.completed.length > 0 ? { completed: session.completed } : {}),
  });
}

function stageOf(request: AuthRequest, type: unknown): Stage | null {
  return request.flows.flat().find((stage) => stage === type) ?? null;
}

function isNext(flows: AuthRequest['flows'], completed: readonly Stage[], stage: Stage): boolean {
  return flows.some((flow) => isPrefix(completed, flow) && flow[completed.length] === stage);
}

function isComplete(flows: AuthRequest['flows'], completed: readonly Stage[]): boolean {
  return flows.some((flow) => flow.length === completed.length && isPrefix(completed, flow));
}

function isPrefix(completed: readonly Stage[], flow: readonly Stage[]): boolean {
  return completed.every((stage, index) => flow[index] === stage);
}

function hashOf(text: string): string {
  return hash('sha256', text, 'base64url');
}

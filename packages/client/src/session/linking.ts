import type { Clock } from '@sotto/kit';
import { createSubject } from '../observable.ts';
import type { Linking, LinkingState, Outcome } from '../types/index.ts';
import { isUnreachable, problemAsTold, readServerError, retryAfterMsOf } from './problems.ts';
import type { ServerRequests } from './server-requests.ts';

const LINKS = '/_matrix/client/unstable/app.sotto/device_links';
/** Shorter than what proxies cut off. */
const WAIT_MS = 25_000;
/** Between two questions, should the server answer at once without news. */
const PAUSE_MS = 1_000;

type Json = Readonly<Record<string, unknown>>;

export interface LinkingOptions {
  readonly requests: ServerRequests;
  readonly clock: Clock;
  readonly deviceName: string;
  /** Signs this device in with what `request` gets from the server. */
  readonly enter: (request: () => Promise<Json>) => Promise<Outcome>;
}

interface Attempt {
  readonly path: string;
  readonly secret: string;
  readonly code: string;
}

const isOver = ({ kind }: LinkingState): boolean =>
  !['asking', 'showing', 'matching', 'signing_in'].includes(kind);

/**
 * Asks to be let in by another device, and signs in once it has said yes. See
 * `docs/reference/device-linking.md`.
 */
export function startLinking(options: LinkingOptions): Linking {
  const { requests, clock, deviceName, enter } = options;
  const state = createSubject<LinkingState>({ kind: 'asking' });
  let attempt: Attempt | undefined;
  const closing = new AbortController();
  const isClosed = (): boolean => closing.signal.aborted;

  function settle(next: LinkingState): void {
    if (!isClosed()) state.set(next);
  }

  function pause(durationMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, durationMs);
      closing.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async function signIn({ login_token: token, linked_by: linkedBy }: Json): Promise<void> {
    settle({ kind: 'signing_in' });
    const outcome = await enter(async () => {
      const reply = await requests.send('POST', '/_matrix/client/v3/login', {
        type: 'm.login.token',
        token,
        initial_device_display_name: deviceName,
        refresh_token: true,
      });
      return { ...reply, linked_by: linkedBy };
    });
    if (!outcome.ok) settle({ kind: 'failed', problem: outcome.problem });
  }

  /** Takes in an answer. True while there is more to wait for. */
  async function take(reply: Json, { code }: Attempt): Promise<boolean> {
    const { state: kind, number, expires_in_ms: leftMs } = reply;
    const endsAtMs = clock.nowMs() + (typeof leftMs === 'number' ? leftMs : 0);
    switch (kind) {
      case 'waiting':
        settle({ kind: 'showing', code, endsAtMs });
        return true;
      case 'claimed':
        settle({ kind: 'matching', number: Number(number), endsAtMs });
        return true;
      case 'confirmed':
        await signIn(reply);
        return false;
      case 'refused':
      case 'contested':
        settle({ kind });
        return false;
      case 'handed':
        settle({ kind: 'taken' });
        return false;
      default:
        settle({ kind: 'expired' });
        return false;
    }
  }

  async function follow(current: Attempt): Promise<void> {
    const { path, secret } = current;
    let seen: unknown = 'waiting';
    while (!isClosed()) {
      try {
        const body = { secret, seen, timeout_ms: WAIT_MS };
        const reply = await requests.send('POST', `${path}/watch`, body);
        // Given up meanwhile: what was confirmed in that moment is not made use of.
        if (isClosed()) return;
        if (!(await take(reply, current))) return;
        if (reply['state'] === seen) await pause(PAUSE_MS);
        seen = reply['state'];
      } catch (error) {
        const { httpStatus } = readServerError(error);
        if (httpStatus === 404) return settle({ kind: 'expired' });
        // A broken connection may come back in time, and a busy server says when to ask again.
        if (!isUnreachable(error) && httpStatus !== 429) throw error;
        await pause(retryAfterMsOf(error) ?? PAUSE_MS);
      }
    }
  }

  async function run(): Promise<void> {
    const started = await requests.send('POST', LINKS, { client_name: deviceName });
    const { link_id: linkId, secret, code, expires_in_ms: leftMs } = started;
    attempt = {
      path: `${LINKS}/${encodeURIComponent(String(linkId))}`,
      secret: String(secret),
      code: String(code),
    };
    if (isClosed()) return cancel();
    settle({ kind: 'showing', code: attempt.code, endsAtMs: clock.nowMs() + Number(leftMs) });
    await follow(attempt);
  }

  async function cancel(): Promise<void> {
    if (!attempt || isOver(state.get()) || state.get().kind === 'signing_in') return;
    const { path, secret } = attempt;
    // NOTE: what cannot be cancelled expires.
    await requests.send('POST', `${path}/cancel`, { secret }).catch(() => undefined);
  }

  run().catch((error: unknown) => settle({ kind: 'failed', problem: problemAsTold(error) }));
  return {
    state,
    async close() {
      if (isClosed()) return;
      closing.abort();
      await cancel();
    },
  };
}

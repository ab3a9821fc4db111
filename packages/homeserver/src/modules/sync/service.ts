import type { DeviceId, UserId } from '@sotto/protocol';
import { andThen, isPending, type Awaitable, type Clock } from '@sotto/kit';
import type { Database } from '../../storage/index.ts';
import { parseToken } from '../../tokens.ts';
import { refuse } from './errors.ts';
import { MembersSent } from './room/members-sent.ts';
import { endingOf, readSync, type Read, type ReaderDeps } from './reader.ts';
import type { SyncRequest } from './request.ts';
import type { SyncResponse } from './response.ts';

export interface SyncDeps extends Omit<ReaderDeps, 'sent'> {
  readonly db: Database;
  readonly clock: Clock;
}

export interface SyncCommand {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly since: string | null;
  /** A filter's id, or the filter itself as JSON. */
  readonly filter: string | null;
  readonly fullState: boolean;
  readonly stateAfter: SyncRequest['stateAfter'];
  readonly setPresence: 'online' | 'unavailable' | 'offline';
  readonly timeoutMs: number;
  /** Calls `giveUp` when the other side goes away. */
  readonly onGone: (giveUp: () => void) => void;
}

export interface SyncService {
  /** Answers at once if there is anything new, else when there is or the time is up. */
  sync(command: SyncCommand): Promise<SyncResponse>;
}

/** Longer than any client asks for; proxies give up around a minute. */
const TIMEOUT_MS_MAX = 60_000;

export function createSyncService(deps: SyncDeps): SyncService {
  const reader: ReaderDeps = { ...deps, sent: new MembersSent() };

  return {
    async sync(command) {
      const { userId, deviceId } = command;
      let since = sinceOf(command.since);
      const asked =
        command.filter === null ? {} : deps.settings.resolveFilter(userId, command.filter);
      const filter = isPending(asked) ? await asked : asked;
      const removing =
        since === null ? undefined : deps.keys.acknowledgeToDevice(userId, deviceId, since);
      if (isPending(removing)) await removing;
      const timeoutMs = Math.min(command.timeoutMs, TIMEOUT_MS_MAX);
      deps.ephemeral.touch({ userId, deviceId }, command.setPresence, timeoutMs);

      const endMs = deps.clock.nowMs() + timeoutMs;
      const listener = deps.inbox.wake.listen(userId, deviceId);
      command.onGone(() => listener.giveUp());
      try {
        for (;;) {
          const request = {
            userId,
            deviceId,
            since,
            filter,
            fullState: command.fullState,
            stateAfter: command.stateAfter,
          };
          const reading = readSync(reader, deps.db.read, request);
          const read = isPending(reading) ? await reading : reading;
          if (listener.isRevoked) throw revoked();
          const waitMs = endMs - deps.clock.nowMs();
          if (!read.isEmpty || command.since === null || command.fullState || waitMs <= 0)
            return await withEnding(reader, command, read);
          // What a filter hides is over and done with; do not read it again.
          since = read.upTo;
          const outcome = await listener.wait(waitMs);
          if (outcome === 'revoked') throw revoked();
          if (outcome === 'timed_out') return await withEnding(reader, command, read);
        }
      } finally {
        listener.close();
      }
    },
  };
}

function withEnding(
  reader: ReaderDeps,
  command: SyncCommand,
  { body, upTo }: Read,
): Awaitable<SyncResponse> {
  return andThen(endingOf(reader, command, upTo), (ending) => Object.assign(ending, body));
}

function revoked() {
  return refuse('sync_revoked', 'This device was signed out.', { soft_logout: false });
}

function sinceOf(token: string | null): number | null {
  if (token === null) return null;
  const parsed = parseToken(token);
  if (parsed?.kind !== 'sync')
    throw refuse('since_invalid', 'This sync token was not given out by this server.');
  return parsed.seq;
}

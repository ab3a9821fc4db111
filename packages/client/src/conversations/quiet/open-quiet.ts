import { ClientEvent } from 'matrix-js-sdk/lib/client.js';
import type { Subject } from '../../observable.ts';
import { problemAsTold, outcomeOf } from '../../session/problems.ts';
import type { Outcome, QuietBook, QuietState } from '../../types/index.ts';
import { mute, mutePerson, unmute } from './mutes.ts';
import type { QuietContext } from './quiet-context.ts';
import { QUIET_TYPES, readQuietState, timedMutes } from './quiet-state.ts';
import { setReach, setSeen } from './exceptions.ts';
import { setHours, setMarkedUnread, setReadQuietly } from './room-switches.ts';

/** What the book can do; what it shows is there as soon as it is open. */
export type QuietActions = Omit<QuietBook, 'state'>;

export interface OpenQuiet {
  readonly actions: QuietActions;
  close(): void;
}

/** How late quiet hours or a muting may be seen to end. */
const LOOK_EVERY_MS = 10_000;

export function openQuiet(context: QuietContext, shown: Subject<QuietState | null>): OpenQuiet {
  const { matrix, clock, onMuteEnded } = context;
  const { client } = matrix;
  let running = 0;

  function look(): void {
    const nowMs = clock.nowMs();
    const before = shown.get();
    const next = readQuietState(client, nowMs);
    if (!before || before.quietNow !== next.quietNow) shown.set(next);
    const timed = timedMutes(client, nowMs);
    if (timed < running) onMuteEnded();
    running = timed;
  }
  const onAccountData = (event: { getType(): string }): void => {
    if (!QUIET_TYPES.has(event.getType())) return;
    running = timedMutes(client, clock.nowMs());
    shown.set(readQuietState(client, clock.nowMs()));
  };
  client.on(ClientEvent.AccountData, onAccountData);
  look();
  const looking = setInterval(look, LOOK_EVERY_MS);

  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: each changes what the one before it wrote. */
  function inTurn(work: () => Promise<void>): Promise<Outcome> {
    const outcome = last.then(() => outcomeOf(work, problemAsTold));
    last = outcome;
    return outcome;
  }

  return {
    actions: {
      setHours: (hours) => inTurn(() => setHours(client, hours)),
      mute: (id, wish) => inTurn(() => mute(client, id, { ...wish, nowMs: clock.nowMs() })),
      unmute: (id) => inTurn(() => unmute(client, id)),
      mutePerson: (userId, muted) => inTurn(() => mutePerson(client, userId, muted)),
      markUnread: (id, unread) => inTurn(() => setMarkedUnread(client, id, unread)),
      setReadQuietly: (id, quietly) => inTurn(() => setReadQuietly(client, id, quietly)),
      setSeenBy: (userId, thing, seen) =>
        inTurn(() => setSeen(client, thing, { group: 'people', id: userId, seen })),
      setSeenIn: (id, thing, seen) =>
        inTurn(() => setSeen(client, thing, { group: 'rooms', id, seen })),
      setReach: (userId, treatment) => inTurn(() => setReach(client, userId, treatment)),
    },
    close() {
      clearInterval(looking);
      client.off(ClientEvent.AccountData, onAccountData);
    },
  };
}

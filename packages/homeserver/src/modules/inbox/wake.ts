import type { UserId } from '@sotto/protocol';

/** Tells waiting syncs that something new can be read. A hint: losing one costs time, never data. */
export interface Wake {
  /** Called after each commit with everyone whose inbox grew, and for what is never stored. */
  notify(userIds: Iterable<UserId>): void;
  /** Ends the waits of a device whose access was taken away. */
  revoke(userId: UserId, deviceId: string): void;
  /** Begins to listen. Do so before reading: what arrives in between is then not missed. */
  listen(userId: UserId, deviceId: string): Listener;
  /** Ends every wait, for shutting down. */
  close(): void;
}

export type WakeOutcome = 'woken' | 'timed_out' | 'revoked';

export interface Listener {
  /** Whether the device's access was taken away since this began to listen. */
  readonly isRevoked: boolean;
  /** Resolves at once if something came since the last wait. */
  wait(timeoutMs: number): Promise<WakeOutcome>;
  /** Ends the wait under way: nobody is there to be answered. */
  giveUp(): void;
  close(): void;
}

/**
 * A large group is woken in turns of the event loop: whoever wrote to it is answered before a thousand
 * syncs are, and others get a word in between.
 */
export const WOKEN_AT_ONCE_MAX = 50;

export function createWake(): Wake {
  const listenersByUser = new Map<UserId, Set<WaitingListener>>();
  let closed = false;

  function signal(userId: UserId, outcome: WakeOutcome, deviceId: string | null = null): void {
    for (const listener of listenersByUser.get(userId) ?? []) {
      if (deviceId === null || listener.deviceId === deviceId) listener.signal(outcome);
    }
  }

  function wakeInTurns(userIds: readonly UserId[], from = 0): void {
    setImmediate(() => {
      const to = from + WOKEN_AT_ONCE_MAX;
      for (const userId of userIds.slice(from, to)) signal(userId, 'woken');
      if (to < userIds.length) wakeInTurns(userIds, to);
    });
  }

  return {
    notify(userIds) {
      const woken = [...userIds];
      if (woken.length > WOKEN_AT_ONCE_MAX) wakeInTurns(woken);
      else for (const userId of woken) signal(userId, 'woken');
    },
    revoke: (userId, deviceId) => signal(userId, 'revoked', deviceId),
    listen(userId, deviceId) {
      const listeners = listenersByUser.get(userId) ?? new Set();
      listenersByUser.set(userId, listeners);
      const listener = new WaitingListener(deviceId, () => {
        listeners.delete(listener);
        if (listeners.size === 0) listenersByUser.delete(userId);
      });
      if (closed) listener.signal('timed_out');
      listeners.add(listener);
      return listener;
    },
    close() {
      closed = true;
      for (const userId of listenersByUser.keys()) signal(userId, 'timed_out');
    },
  };
}

class WaitingListener implements Listener {
  readonly deviceId: string;
  readonly #onClose: () => void;
  #pending: WakeOutcome | null = null;
  #resolve: ((outcome: WakeOutcome) => void) | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(deviceId: string, onClose: () => void) {
    this.deviceId = deviceId;
    this.#onClose = onClose;
  }

  get isRevoked(): boolean {
    return this.#pending === 'revoked';
  }

  signal(outcome: WakeOutcome): void {
    // What ends the wait for good is not taken back by news that come after it.
    if (this.#pending === null || this.#pending === 'woken' || outcome === 'revoked')
      this.#pending = outcome;
    this.#settle();
  }

  wait(timeoutMs: number): Promise<WakeOutcome> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      if (this.#pending !== null) return this.#settle();
      this.#timer = setTimeout(() => this.signal('timed_out'), timeoutMs);
    });
  }

  giveUp(): void {
    this.signal('timed_out');
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#onClose();
  }

  #settle(): void {
    if (!this.#resolve || this.#pending === null) return;
    if (this.#timer) clearTimeout(this.#timer);
    const resolve = this.#resolve;
    const outcome = this.#pending;
    this.#resolve = null;
    this.#timer = null;
    if (outcome === 'woken') this.#pending = null;
    resolve(outcome);
  }
}

/**
 * Lets one tab at a time run the session: two machines on one crypto store would use the same
 * one-time keys twice and lose messages.
 */
export interface TabLock {
  /** True when this tab holds the lock from now on. Never waits. */
  tryAcquire(): Promise<boolean>;
  /** Waits until the holder closes or yields. Resolves false when `signal` aborts first. */
  acquire(signal: AbortSignal): Promise<boolean>;
  /** Asks the holder to yield and waits for the lock; takes it by force from a frozen tab. */
  takeOver(): Promise<void>;
  release(): void;
  /** Another tab asks for the lock; the listener must stop its session and `release`. */
  onAsked(listener: () => void): () => void;
  /** The lock was taken by force: the session must stop at once. */
  onLost(listener: () => void): () => void;
}

const LOCK = 'sotto-session';
const ASK = 'yield';
const FORCE_AFTER_MS = 4_000;

/** A lock over all tabs of this origin, from Web Locks and a BroadcastChannel. */
export function createBrowserTabLock(locks: LockManager, channel: BroadcastChannel): TabLock {
  const asked = new Set<() => void>();
  const lost = new Set<() => void>();
  let releaseHeld: (() => void) | undefined;

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== ASK) return;
    for (const listener of asked) listener();
  });

  function hold(): Promise<void> {
    return new Promise((resolve) => {
      releaseHeld = resolve;
    });
  }

  function request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      locks
        .request(LOCK, options, (lock) => {
          resolve(lock !== null);
          return lock === null ? undefined : hold();
        })
        .catch(() => {
          // NOTE: rejects when `signal` aborts the wait, or when another tab steals a held lock.
          const wasHeld = releaseHeld !== undefined;
          releaseHeld = undefined;
          resolve(false);
          if (wasHeld) for (const listener of lost) listener();
        });
    });
  }

  return {
    tryAcquire: () =>
      releaseHeld ? Promise.resolve(true) : request({ mode: 'exclusive', ifAvailable: true }),
    acquire: (signal) => request({ mode: 'exclusive', signal }),
    async takeOver() {
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), FORCE_AFTER_MS);
      const yielded = request({ mode: 'exclusive', signal: patience.signal });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      channel.postMessage(ASK);
      const acquired = await yielded;
      clearTimeout(timer);
      if (!acquired) await request({ mode: 'exclusive', steal: true });
    },
    release() {
      releaseHeld?.();
      releaseHeld = undefined;
    },
    onAsked(listener) {
      asked.add(listener);
      return () => asked.delete(listener);
    },
    onLost(listener) {
      lost.add(listener);
      return () => lost.delete(listener);
    },
  };
}

/** For a place with a single tab: a test, or a browser without Web Locks. */
export function createSoleTabLock(): TabLock {
  return {
    tryAcquire: async () => true,
    acquire: async () => true,
    takeOver: async () => undefined,
    release: () => undefined,
    onAsked: () => () => undefined,
    onLost: () => () => undefined,
  };
}

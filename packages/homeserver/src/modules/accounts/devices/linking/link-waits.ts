/** More calls than this do not wait for one attempt at a time: the oldest is answered. */
const WAITS_MAX = 4;

export interface LinkWait {
  /** Resolves when the attempt moved on, at the latest after so long. */
  until(timeoutMs: number): Promise<void>;
  readonly isOver: boolean;
  end(): void;
}

/** New devices that wait for their attempt to move on. A hint: losing one costs a second, never data. */
export interface LinkWaits {
  wake(linkId: string): void;
  begin(linkId: string): LinkWait;
  close(): void;
}

export function createLinkWaits(): LinkWaits {
  const waiting = new Map<string, Set<Wait>>();
  let closed = false;

  return {
    wake(linkId) {
      for (const wait of waiting.get(linkId) ?? []) wait.wake();
    },
    begin(linkId) {
      const waits = waiting.get(linkId) ?? new Set();
      waiting.set(linkId, waits);
      const [oldest] = waits;
      if (waits.size >= WAITS_MAX) oldest?.end();
      const wait = new Wait(() => {
        waits.delete(wait);
        if (waits.size === 0 && waiting.get(linkId) === waits) waiting.delete(linkId);
      });
      waits.add(wait);
      if (closed) wait.end();
      return wait;
    },
    close() {
      closed = true;
      for (const waits of waiting.values()) for (const wait of waits) wait.end();
    },
  };
}

class Wait implements LinkWait {
  isOver = false;
  #woken = false;
  #resolve: (() => void) | null = null;
  readonly #onEnd: () => void;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  wake(): void {
    this.#woken = true;
    this.#resolve?.();
  }

  async until(timeoutMs: number): Promise<void> {
    if (!this.#woken && !this.isOver) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.#resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#resolve = null;
    this.#woken = false;
  }

  end(): void {
    this.isOver = true;
    this.#resolve?.();
    this.#onEnd();
  }
}

type Callback = (lock: Lock | null) => unknown;

interface Waiting {
  readonly callback: Callback;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * One lock as Web Locks give it, for all tabs that share this object. Knows what Sotto asks of it:
 * exclusive, `ifAvailable`, `signal` and `steal`.
 *
 * @see https://w3c.github.io/web-locks/
 */
export class MemoryLocks {
  readonly #queue: Waiting[] = [];
  #holder: Waiting | null = null;

  request(name: string, options: LockOptions, callback: Callback): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const waiting = { callback, resolve, reject };
      if (options.steal) {
        this.#holder?.reject(new DOMException('stolen', 'AbortError'));
        this.#grant(name, waiting);
      } else if (!this.#holder) this.#grant(name, waiting);
      else if (options.ifAvailable) resolve(callback(null));
      else this.#enqueue(waiting, options.signal);
    });
  }

  #enqueue(waiting: Waiting, signal: AbortSignal | undefined): void {
    this.#queue.push(waiting);
    signal?.addEventListener('abort', () => {
      const index = this.#queue.indexOf(waiting);
      if (index === -1) return;
      this.#queue.splice(index, 1);
      waiting.reject(new DOMException('aborted', 'AbortError'));
    });
  }

  #grant(name: string, waiting: Waiting): void {
    this.#holder = waiting;
    void this.#hold(name, waiting);
  }

  async #hold(name: string, waiting: Waiting): Promise<void> {
    waiting.resolve(await waiting.callback({ name, mode: 'exclusive' }));
    if (this.#holder !== waiting) return;
    this.#holder = null;
    const next = this.#queue.shift();
    if (next) this.#grant(name, next);
  }
}

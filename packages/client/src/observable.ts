/** A value that changes over time. Shaped for React's `useSyncExternalStore`; knows no React. */
export interface Observable<Value> {
  /** The current value. The same reference until it changes. */
  get(): Value;
  /** Calls `listener` after each change; the result stops it. */
  subscribe(listener: () => void): () => void;
}

export interface Subject<Value> extends Observable<Value> {
  set(value: Value): void;
}

export function createSubject<Value>(initial: Value): Subject<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

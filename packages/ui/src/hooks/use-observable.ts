import { useSyncExternalStore } from 'react';

/** Anything with a current value and a way to hear of the next one. */
export interface ObservableLike<Value> {
  get(): Value;
  subscribe(listener: () => void): () => void;
}

/** The observable's current value; the component renders again after each change. */
export function useObservable<Value>(observable: ObservableLike<Value>): Value {
  return useSyncExternalStore(
    (listener) => observable.subscribe(listener),
    () => observable.get(),
  );
}

import type { Observable } from '../../src/index.ts';

/** Waits for an observable to hold a value that `pick` accepts, and gives what it picked. */
export function until<Value, Picked>(
  observable: Observable<Value>,
  pick: (value: Value) => Picked | null | undefined | false,
): Promise<Picked> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    const look = (): void => {
      const picked = pick(observable.get());
      if (picked === null || picked === undefined || picked === false) return;
      stop?.();
      stop = undefined;
      resolve(picked);
    };
    stop = observable.subscribe(look);
    look();
  });
}

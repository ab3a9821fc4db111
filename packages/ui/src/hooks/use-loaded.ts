import { useCallback, useEffect, useState } from 'react';

export type Loaded<Value> =
  { readonly kind: 'loading' | 'failed' } | { readonly kind: 'here'; readonly value: Value };

/** Something the server is asked for, and a way to ask again. `load` must stay the same function. */
export function useLoaded<Value>(load: () => Promise<Value>): {
  readonly state: Loaded<Value>;
  readonly reload: () => void;
} {
  const [shown, setShown] = useState<{ of: () => Promise<Value>; state: Loaded<Value> } | null>(
    null,
  );

  const reload = useCallback(() => {
    load().then(
      (value) => setShown({ of: load, state: { kind: 'here', value } }),
      // NOTE: shown as a line with "Try again"; what is there already stays.
      () =>
        setShown((before) =>
          before?.of === load && before.state.kind === 'here'
            ? before
            : { of: load, state: { kind: 'failed' } },
        ),
    );
  }, [load]);
  useEffect(reload, [reload]);

  return { state: shown?.of === load ? shown.state : { kind: 'loading' }, reload };
}

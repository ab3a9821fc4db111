/**
 * What is known from the start, and actions whose code is fetched with the first of them. An action is
 * whatever is asked for and is not known.
 */
export function withActions<Known extends object, Actions extends object>(
  known: Known,
  open: () => Promise<Actions>,
): Known & Actions {
  const get = (_known: Known, name: string | symbol): unknown => {
    // Something with a `then` would be waited for like a promise.
    if (name in known || name === 'then') return Reflect.get(known, name);
    return async (...given: readonly unknown[]): Promise<unknown> => {
      // SAFETY: by its type it has nothing but actions.
      const actions = (await open()) as Record<typeof name, (...given: unknown[]) => unknown>;
      return actions[name]?.(...given);
    };
  };
  // SAFETY: what is not known is an action, which does what the very one does that it stands for.
  return new Proxy(known, { get }) as Known & Actions;
}

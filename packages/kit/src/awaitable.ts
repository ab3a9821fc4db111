/**
 * What is remembered is there at once, and the rest is waited for. Where a thousand requests ask for what is
 * remembered, waiting for it costs more than finding it.
 */
export type Awaitable<Value> = Value | Promise<Value>;

/** Whether it must be waited for. */
export function isPending<Value>(value: Awaitable<Value>): value is Promise<Value> {
  return value instanceof Promise;
}

/** What `use` makes of it, at once if it is there. */
export function andThen<Value, Result>(
  value: Awaitable<Value>,
  use: (value: Value) => Awaitable<Result>,
): Awaitable<Result> {
  return isPending(value) ? value.then(use) : use(value);
}

/** All of them, at once if they are there. */
export function allOf<const Values extends readonly unknown[]>(
  values: Values,
): Awaitable<{ readonly [Index in keyof Values]: Awaited<Values[Index]> }> {
  type All = { readonly [Index in keyof Values]: Awaited<Values[Index]> };
  if (values.some((value) => value instanceof Promise)) return Promise.all(values);
  // SAFETY: none of them is a promise, so all of them are what would come of them.
  return values as unknown as All;
}

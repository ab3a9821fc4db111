/** Thrown when our own code is wrong. Becomes a 500, logged with its stack. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** States what must hold unless there is a bug. Never used on a person's input. */
export function invariant(condition: unknown, statement: string): asserts condition {
  if (!condition) throw new InvariantError(statement);
}

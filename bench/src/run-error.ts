/** A run that failed for a reason worth reading: the message is all a person needs. */
export class RunError extends Error {
  override readonly name = 'RunError';
}

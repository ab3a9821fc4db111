/**
 * An expected "no". `code` belongs to a closed union of its module; `message` is safe to show a
 * person; `detail` holds extra fields of the reply (never content, tokens or keys).
 */
export class Refusal<Code extends string = string> extends Error {
  readonly code: Code;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: Code, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}

/** Gives a module its own `refuse`, which accepts only that module's codes. */
export function refusalsOf<Code extends string>() {
  return (code: Code, message: string, detail?: Readonly<Record<string, unknown>>): Refusal<Code> =>
    new Refusal(code, message, detail);
}

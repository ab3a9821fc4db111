/** One documented setting. Its name gives the flag (`--upload-bytes-max`) and the variable. */
export interface Setting<Value, Default extends string | null = string | null> {
  /** What it decides, in one or two sentences. */
  readonly doc: string;
  /** What a value looks like, shown in the help. */
  readonly example: string;
  /** The text that is parsed when nothing is given; null when the default depends on other settings. */
  readonly default: Default;
  /** Says the default in words where `default` is null. */
  readonly defaultNote?: string;
  /** Never printed, never logged. */
  readonly secret: boolean;
  /** Throws an `UnusableValue` whose message completes "SOTTO_X …". */
  readonly parse: (text: string) => Value;
}

/** A value that cannot be used. The message completes the sentence "SOTTO_PORT …". */
export class UnusableValue extends Error {
  override readonly name = 'UnusableValue';
}

/** Keeps the types of one setting while checking its shape. */
export function setting<Value, const Default extends string | null>(
  definition: Setting<Value, Default>,
): Setting<Value, Default> {
  return definition;
}

/** `uploadBytesMax` → `SOTTO_UPLOAD_BYTES_MAX`. */
export function envNameOf(name: string): string {
  return `SOTTO_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** `uploadBytesMax` → `--upload-bytes-max`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

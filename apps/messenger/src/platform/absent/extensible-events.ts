/**
 * Stands in for `matrix-events-sdk`, which reads messages in a form that never left its drafts
 * (MSC1767), and polls. What the SDK needs at all times are names with an older spelling.
 */

/** A name that stands in the spec, or is about to, and the one used before. */
export class NamespacedValue {
  readonly stable: string | null;
  readonly unstable: string | null;

  constructor(stable: string | null, unstable: string | null = null) {
    this.stable = stable;
    this.unstable = unstable;
  }

  get name(): string | null {
    return this.stable ?? this.unstable;
  }

  get altName(): string | null {
    return this.stable === null ? null : this.unstable;
  }

  matches(name: string): boolean {
    return name === this.name || name === this.altName;
  }

  findIn(content: Readonly<Record<string, unknown>>): unknown {
    const [value, older] = [this.name, this.altName].map((key) => key !== null && content[key]);
    return value || older || undefined;
  }

  includedIn(names: readonly string[]): boolean {
    return names.some((name) => this.matches(name));
  }
}

/** A name of which the older spelling is the one to write. */
export class UnstableValue extends NamespacedValue {
  override get name(): string | null {
    return this.unstable;
  }

  override get altName(): string | null {
    return this.stable;
  }
}

/** By this name the SDK sees that an event is a poll. It then finds that it cannot read it. */
export const M_POLL_START = new UnstableValue('m.poll.start', 'org.matrix.msc3381.poll.start');

/** Reads an event in the draft's form: to Sotto, no event has one. */
export const ExtensibleEvents = { parse: (): null => null };

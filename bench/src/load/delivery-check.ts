export type FaultKind = 'lost' | 'duplicated' | 'reordered' | 'changed id' | 'never sent';

export interface Fault {
  readonly kind: FaultKind;
  readonly sequence: number;
}

/**
 * Holds one conversation to its promise: what was acknowledged is delivered, once, in the order in
 * which it was sent, under the id that was acknowledged. The sender numbers its messages from 1 and
 * sends the next only after the one before was acknowledged.
 */
export class DeliveryCheck {
  readonly #idsAcknowledged = new Map<number, string>();
  readonly #idsDelivered = new Map<number, string>();
  readonly #faults: Fault[] = [];
  readonly #lost = new Set<number>();
  #newestDelivered = 0;
  #newestSent = 0;

  sent(sequence: number): void {
    this.#newestSent = Math.max(this.#newestSent, sequence);
  }

  /** A retry may be acknowledged again, but only with the id of the first time. */
  acknowledged(sequence: number, eventId: string): void {
    const known = this.#idsAcknowledged.get(sequence) ?? this.#idsDelivered.get(sequence);
    if (known !== undefined && known !== eventId) this.#note('changed id', sequence);
    this.#idsAcknowledged.set(sequence, eventId);
  }

  delivered(sequence: number, eventId: string): void {
    const acknowledged = this.#idsAcknowledged.get(sequence);
    if (!(sequence >= 1 && sequence <= this.#newestSent)) this.#note('never sent', sequence);
    else if (this.#idsDelivered.has(sequence)) this.#note('duplicated', sequence);
    else if (sequence < this.#newestDelivered) this.#note('reordered', sequence);
    else if (acknowledged !== undefined && acknowledged !== eventId)
      this.#note('changed id', sequence);
    this.#newestDelivered = Math.max(this.#newestDelivered, sequence);
    this.#idsDelivered.set(sequence, eventId);
  }

  get deliveredCount(): number {
    return this.#idsDelivered.size;
  }

  idOf(sequence: number): string | undefined {
    return this.#idsAcknowledged.get(sequence);
  }

  /** The acknowledged messages that have not been delivered so far. */
  listMissing(): readonly number[] {
    return [...this.#idsAcknowledged.keys()].filter(
      (sequence) => !this.#idsDelivered.has(sequence),
    );
  }

  /** What is missing now was lost, even if a retry brings it back later. */
  noteLost(): void {
    for (const sequence of this.listMissing()) this.#lost.add(sequence);
  }

  /** Everything that went wrong. What is still missing now counts as lost. */
  listFaults(): readonly Fault[] {
    this.noteLost();
    const lost = [...this.#lost].map((sequence) => ({ kind: 'lost' as const, sequence }));
    return [...this.#faults, ...lost];
  }

  #note(kind: FaultKind, sequence: number): void {
    this.#faults.push({ kind, sequence });
  }
}

import type { Fault, FaultKind } from '../load/delivery-check.ts';

/** What a crash must not break, and how it would show. */
const promises: readonly { readonly name: string; readonly kinds: readonly FaultKind[] }[] = [
  { name: 'every acknowledged message is there', kinds: ['lost'] },
  { name: 'no message is there twice', kinds: ['duplicated', 'never sent'] },
  { name: 'messages stand in the order in which they were sent', kinds: ['reordered'] },
  { name: 'a retried txnId gives the first id', kinds: ['changed id'] },
];

/** Adds up what held and what did not. */
export class Tally {
  #passed = 0;
  #failed = 0;

  /** Counts one check and says so when it failed. */
  count(name: string, holds: boolean): void {
    if (holds) this.#passed += 1;
    else this.#failed += 1;
    if (!holds) console.log(`FAILED: ${name}`);
  }

  /** Counts each promise once. */
  countFaults(where: string, faults: readonly Fault[]): void {
    for (const { name, kinds } of promises) {
      const broken = faults.filter(({ kind }) => kinds.includes(kind)).length;
      this.count(`${where}: ${name} (broken ${broken} times)`, broken === 0);
    }
  }

  get failed(): number {
    return this.#failed;
  }

  describe(): string {
    return `${this.#passed} passed, ${this.#failed} failed`;
  }
}

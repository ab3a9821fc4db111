export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Durations, all of them kept: a run has at most some hundred thousand, and nothing is rounded away. */
export class Samples {
  #values = new Float64Array(1024);
  #count = 0;

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Float64Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  spread(): Spread {
    const sorted = this.#values.slice(0, this.#count).sort();
    return {
      count: sorted.length,
      p50: percentileOf(sorted, 0.5),
      p99: percentileOf(sorted, 0.99),
      max: percentileOf(sorted, 1),
    };
  }
}

/** The smallest value that at least this share of the sorted values does not exceed. */
export function percentileOf(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The middle value; of an even number, the lower of the two. */
export function medianOf(values: readonly number[]): number {
  return percentileOf(
    values.toSorted((left, right) => left - right),
    0.5,
  );
}

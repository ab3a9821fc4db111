import { Samples, type Spread } from '../measure/samples.ts';

/** How long messages took, and how many arrived, between `begin` and `end`. */
export class Recorder {
  readonly #send = new Samples();
  readonly #deliver = new Samples();
  #beginMs = Number.POSITIVE_INFINITY;
  #endMs = Number.POSITIVE_INFINITY;
  #delivered = 0;

  begin(nowMs: number): void {
    this.#beginMs = nowMs;
  }

  end(nowMs: number): void {
    this.#endMs = nowMs;
  }

  acknowledged(startMs: number, nowMs: number): void {
    if (this.#covers(startMs)) this.#send.add(nowMs - startMs);
  }

  delivered(startMs: number, nowMs: number): void {
    if (this.#covers(startMs)) this.#deliver.add(nowMs - startMs);
    if (this.#covers(nowMs)) this.#delivered += 1;
  }

  report(): { seconds: number; delivered: number; sendMs: Spread; deliverMs: Spread } {
    return {
      seconds: (this.#endMs - this.#beginMs) / 1000,
      delivered: this.#delivered,
      sendMs: this.#send.spread(),
      deliverMs: this.#deliver.spread(),
    };
  }

  /** A message that began before the end counts in full, however long it took. */
  #covers(atMs: number): boolean {
    return atMs >= this.#beginMs && atMs < this.#endMs;
  }
}

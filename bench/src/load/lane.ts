import { ConnectionLostError } from '../http/connection.ts';
import { RunError } from '../run-error.ts';
import type { Conversation } from './conversation.ts';
import { DeliveryCheck } from './delivery-check.ts';
import { receiveMessages, sendMessage } from './message.ts';
import type { Recorder } from './recorder.ts';

const LONG_POLL_MS = 30_000;
/** What is not delivered so long after it was sent is lost. */
export const DELIVERY_MS_MAX = 10_000;

/** One conversation under load: its reader always listens, its writer sends one message after the other. */
export class Lane {
  readonly check = new DeliveryCheck();
  readonly #conversation: Conversation;
  readonly #recorder: Recorder;
  readonly #startsMs = new Map<number, number>();
  #sequence = 0;
  #isClosed = false;
  #onDelivered: (() => void) | null = null;
  #sending: Promise<void> = Promise.resolve();

  constructor(conversation: Conversation, recorder: Recorder) {
    this.#conversation = conversation;
    this.#recorder = recorder;
  }

  get sentCount(): number {
    return this.#sequence;
  }

  get isQuiet(): boolean {
    return this.check.deliveredCount === this.#sequence;
  }

  /** Sends one message and resolves once it is both acknowledged and delivered. */
  async exchange(): Promise<void> {
    const delivered = new Promise<void>((resolve, reject) => {
      const giveUp = () => reject(new RunError('A message was sent and not delivered in time.'));
      const timer = setTimeout(giveUp, DELIVERY_MS_MAX);
      this.#onDelivered = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    await Promise.all([this.#send(performance.now()), delivered]);
  }

  /**
   * Sends a message that was due at this time, behind those that were due before. Clients send the
   * messages of a conversation in order too, so waiting for the one before is part of how long it took.
   */
  enqueue(dueMs: number): Promise<void> {
    this.#sending = this.#sending.then(() => this.#send(dueMs));
    return this.#sending;
  }

  /** Finds out where to listen from. */
  async prepare(): Promise<void> {
    await receiveMessages(this.#conversation.receiver, 0);
  }

  /** Listens until the lane is closed. */
  async listen(): Promise<void> {
    try {
      for (;;) this.#receive(await receiveMessages(this.#conversation.receiver, LONG_POLL_MS));
    } catch (cause) {
      // The long poll under way ends with the connection when we are done.
      if (!(this.#isClosed && cause instanceof ConnectionLostError)) throw cause;
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#conversation.sender.connection.close();
    this.#conversation.receiver.connection.close();
  }

  async #send(startMs: number): Promise<void> {
    this.#sequence += 1;
    const sequence = this.#sequence;
    this.#startsMs.set(sequence, startMs);
    this.check.sent(sequence);
    const eventId = await sendMessage(this.#conversation, sequence);
    this.#recorder.acknowledged(startMs, performance.now());
    this.check.acknowledged(sequence, eventId);
  }

  #receive(deliveries: Awaited<ReturnType<typeof receiveMessages>>): void {
    const nowMs = performance.now();
    for (const { sequence, eventId } of deliveries) {
      this.check.delivered(sequence, eventId);
      const startMs = this.#startsMs.get(sequence);
      if (startMs !== undefined) this.#recorder.delivered(startMs, nowMs);
      this.#startsMs.delete(sequence);
    }
    if (this.check.deliveredCount >= this.#sequence) this.#onDelivered?.();
  }
}

import { ConnectionLostError } from '../http/connection.ts';
import type { Conversation } from '../load/conversation.ts';
import { DeliveryCheck, type Fault } from '../load/delivery-check.ts';
import { DELIVERY_MS_MAX } from '../load/lane.ts';
import { receiveMessages, sendMessage } from '../load/message.ts';
import { readHistory } from './read-history.ts';

const LONG_POLL_MS = 30_000;

/** One conversation whose server is killed again and again. It holds on to what it was promised. */
export class CrashLane {
  readonly check = new DeliveryCheck();
  readonly #conversation: Conversation;
  #sequence = 0;
  #isAcknowledged = true;

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
  }

  get acknowledgedCount(): number {
    return this.#isAcknowledged ? this.#sequence : this.#sequence - 1;
  }

  /** Finds out where to listen from. */
  async prepare(): Promise<void> {
    await receiveMessages(this.#conversation.receiver, 0);
  }

  /** Writes and reads as fast as it goes, until the server is gone. */
  async runUntilLost(): Promise<void> {
    await Promise.all([
      untilLost(async () => {
        this.#sequence += 1;
        this.#isAcknowledged = false;
        this.check.sent(this.#sequence);
        await this.#send(this.#sequence);
      }),
      untilLost(() => this.#receive(LONG_POLL_MS)),
    ]);
  }

  /**
   * What a client does after a crash: it sends again what was not acknowledged, with the txnId of
   * the first time. Also sends again what *was* acknowledged; that must change nothing. Gives
   * whether there was anything to retry.
   */
  async retry(): Promise<boolean> {
    const wasInterrupted = !this.#isAcknowledged;
    if (this.#sequence > 1) await this.#send(this.#sequence - 1);
    if (this.#sequence > 0) {
      await this.#send(this.#sequence);
      await this.#send(this.#sequence);
    }
    return wasInterrupted;
  }

  /** Reads on, with the token from before the crash. What was acknowledged must be there by then. */
  async catchUp(): Promise<void> {
    const endMs = performance.now() + DELIVERY_MS_MAX;
    while (this.check.listMissing().length > 0 && performance.now() < endMs) {
      await this.#receive(Math.max(1, Math.round(endMs - performance.now())));
    }
    // Once more without waiting: what comes now was not acknowledged, or comes a second time.
    await this.#receive(0);
    this.check.noteLost();
  }

  /** Reads the whole room as somebody new to it would, and holds it to the same promises. */
  async checkHistory(): Promise<readonly Fault[]> {
    const check = new DeliveryCheck();
    for (let sequence = 1; sequence <= this.#sequence; sequence += 1) {
      check.sent(sequence);
      check.acknowledged(sequence, this.check.idOf(sequence) ?? '');
    }
    for (const { sequence, eventId } of await readHistory(this.#conversation)) {
      check.delivered(sequence, eventId);
    }
    return check.listFaults();
  }

  close(): void {
    this.#conversation.sender.connection.close();
    this.#conversation.receiver.connection.close();
  }

  async #send(sequence: number): Promise<void> {
    this.check.acknowledged(sequence, await sendMessage(this.#conversation, sequence));
    if (sequence === this.#sequence) this.#isAcknowledged = true;
  }

  async #receive(timeoutMs: number): Promise<void> {
    for (const { sequence, eventId } of await receiveMessages(
      this.#conversation.receiver,
      timeoutMs,
    )) {
      this.check.delivered(sequence, eventId);
    }
  }
}

async function untilLost(step: () => Promise<void>): Promise<void> {
  try {
    for (;;) await step();
  } catch (cause) {
    if (!(cause instanceof ConnectionLostError)) throw cause;
  }
}

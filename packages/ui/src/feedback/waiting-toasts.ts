import type { Toaster, ToastMessage } from './toast-message.ts';

/** Keeps messages until there is something to show them. */
export class WaitingToasts implements Toaster {
  #waiting: ToastMessage[] = [];
  #show: ((message: ToastMessage) => void) | null = null;

  show(message: ToastMessage): void {
    if (this.#show) this.#show(message);
    else this.#waiting.push(message);
  }

  /** From now on messages go here, and those that wait first. Gives the way back. */
  attach(show: (message: ToastMessage) => void): () => void {
    this.#show = show;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const message of waiting) show(message);
    return () => {
      this.#show = null;
    };
  }

  /** Nothing will ever show them: what a toast would have given time to undo happens at once. */
  giveUp(): void {
    this.attach(({ onExpire }) => onExpire?.());
  }
}

/** Whoever only passes over a button does not ask what it is. */
const DELAY_MS = 500;
/** From the button to the words about it. */
const ON_THE_WAY_MS = 150;

/** When what explains something is shown while the pointer rests on it. */
export class Hover {
  readonly #show: (isShown: boolean) => void;
  #timer = 0;

  constructor(show: (isShown: boolean) => void) {
    this.#show = show;
  }

  readonly enter = (): void => this.#after(DELAY_MS, true);

  /** The pointer may go over the words without their going away (WCAG 1.4.13). */
  readonly stay = (): void => clearTimeout(this.#timer);

  readonly leave = (): void => this.#after(ON_THE_WAY_MS, false);

  readonly now = (isShown: boolean): void => {
    this.stay();
    this.#show(isShown);
  };

  #after(ms: number, isShown: boolean): void {
    this.stay();
    this.#timer = window.setTimeout(() => this.#show(isShown), ms);
  }
}

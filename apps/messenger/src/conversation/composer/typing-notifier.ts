import type { Clock } from '@sotto/kit';

/** Others forget that I am typing after some seconds, so it is said again while I go on. */
const REPEAT_MS = 4_000;
/** A pause this long means I stopped. */
const PAUSE_MS = 6_000;

export interface TypingNotifier {
  /** After each change of the text. */
  readonly changed: (text: string) => void;
  /** When the text was sent or its screen goes away. */
  readonly stop: () => void;
}

interface Surroundings {
  readonly clock: Clock;
  readonly setTyping: (typing: boolean) => void;
  /** Calls back once after the time; the result calls it off. */
  readonly after: (durationMs: number, callback: () => void) => () => void;
}

/** Tells others that I am typing: at once, then seldom, and that I stopped. */
export function createTypingNotifier({ clock, setTyping, after }: Surroundings): TypingNotifier {
  let saidAtMs: number | null = null;
  let callOff = () => {};

  function stop() {
    callOff();
    if (saidAtMs === null) return;
    saidAtMs = null;
    setTyping(false);
  }

  return {
    stop,
    changed(text) {
      if (text.trim() === '') {
        stop();
        return;
      }
      const nowMs = clock.nowMs();
      if (saidAtMs === null || nowMs - saidAtMs >= REPEAT_MS) {
        saidAtMs = nowMs;
        setTyping(true);
      }
      callOff();
      callOff = after(PAUSE_MS, stop);
    },
  };
}

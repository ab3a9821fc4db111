import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';

/** How long the server shows "typing" without hearing of it again, and how often it hears. */
const TYPING_MS = 20_000;
const REPEAT_MS = 8_000;

/** Tells the others in one room that I am typing, seldom enough to cost nothing. */
export interface Typing {
  set(typing: boolean): void;
  close(): void;
}

export function createTyping(
  client: MatrixClient,
  roomId: string,
  isAllowed: () => boolean,
): Typing {
  let said = false;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  function say(typing: boolean): void {
    clearTimeout(quiet);
    quiet = undefined;
    said = typing;
    if (typing) quiet = setTimeout(() => (quiet = undefined), REPEAT_MS);
    // NOTE: nobody misses a lost typing notice.
    client.sendTyping(roomId, typing, TYPING_MS).catch(() => undefined);
  }

  return {
    set(typing) {
      if (typing && (!isAllowed() || quiet !== undefined)) return;
      if (!typing && !said) return;
      say(typing);
    },
    close() {
      if (said) say(false);
      clearTimeout(quiet);
    },
  };
}

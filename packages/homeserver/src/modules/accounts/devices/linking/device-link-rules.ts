import { LINK_CODE_LENGTH, LINK_CODE_SIGNS, type DeviceLinkState } from '@sotto/protocol';
import type { Random } from '../../../../platform.ts';

/** Time to fetch the other device and type eight signs, and no more for somebody to be talked into it. */
export const LINK_MS = 3 * 60_000;
/** How many attempts one network, and everybody, may have within `LINK_MS`. */
export const LINKS_PER_NETWORK_MAX = 60;
export const LINKS_MAX = 5_000;

const NUMBER_MIN = 10;
const NUMBER_MAX = 99;
const NUMBERS_SHOWN = 3;

/** Evenly drawn from 0 to `below` - 1, for `below` up to 256. */
function drawBelow(random: Random, below: number): number {
  // The last, incomplete round would favour the first numbers.
  const accepted = 256 - (256 % below);
  for (;;) {
    for (const byte of Buffer.from(random.token(16), 'base64url')) {
      if (byte < accepted) return byte % below;
    }
  }
}

/** A fresh code: nearly 40 bits, each sign as likely as the next. */
export function drawCode(random: Random): string {
  const signs = Array.from({ length: LINK_CODE_LENGTH }, () =>
    LINK_CODE_SIGNS.charAt(drawBelow(random, LINK_CODE_SIGNS.length)),
  );
  return signs.join('');
}

/** What the new device will show, and three to choose from, in an order that tells nothing. */
export function drawNumbers(random: Random): { number: number; numbers: readonly number[] } {
  const drawn = new Set<number>();
  while (drawn.size < NUMBERS_SHOWN) {
    drawn.add(NUMBER_MIN + drawBelow(random, NUMBER_MAX - NUMBER_MIN + 1));
  }
  const [number = NUMBER_MIN] = drawn;
  return { number, numbers: [...drawn].sort((one, other) => one - other) };
}

/** The state as it is now: what has not come to an end in time has expired. */
export function stateAt(
  link: { readonly state: DeviceLinkState; readonly expiresMs: number },
  nowMs: number,
): DeviceLinkState {
  const isOpen = ['waiting', 'claimed', 'confirmed'].includes(link.state);
  return isOpen && link.expiresMs <= nowMs ? 'expired' : link.state;
}

/** What the sender of a photo is to whoever looks at it. Null until it is known. */
export type Standing = 'contact' | 'followed' | 'none' | null;

/**
 * How a photo is shown: as it is; not before more is known; after a look at it; or not at all, because the
 * server does not give it out.
 */
export type Guard = 'none' | 'waiting' | 'look' | 'withheld';

export interface Viewing {
  /** Whether the viewer is protected as a minor; null until it is known. */
  readonly minor: boolean | null;
  /** Whether they have switched the blurring on. */
  readonly blurs: boolean;
  readonly mine: boolean;
  readonly standing: Standing;
}

export function guardOf({ minor, blurs, mine, standing }: Viewing): Guard {
  if (mine) return 'none';
  if (minor === null) return 'waiting';
  if (!minor) return blurs ? 'look' : 'none';
  if (standing === null) return 'waiting';
  return standing === 'none' ? 'withheld' : 'look';
}

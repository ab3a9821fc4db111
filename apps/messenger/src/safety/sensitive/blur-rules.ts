/** How likely a photo is each of these, from 0 to 1; together 1. */
export interface Scores {
  readonly drawing: number;
  readonly neutral: number;
  readonly hentai: number;
  readonly porn: number;
  readonly sexy: number;
}

/** What a look at a photo came to. `failed`: it could not be looked at. */
export type Verdict = 'unknown' | 'clear' | 'sensitive' | 'failed';

/** For minors a guess suffices, and a swimsuit counts; for adults it is what is shown, not who. */
const MINOR_MIN = 0.4;
const EXPLICIT_MIN = 0.5;
const SEXY_MIN = 0.85;

export function verdictOf(scores: Scores, { minor }: { readonly minor: boolean }): Verdict {
  const explicit = scores.hentai + scores.porn;
  const isSensitive = minor
    ? explicit + scores.sexy >= MINOR_MIN
    : explicit >= EXPLICIT_MIN || scores.sexy >= SEXY_MIN;
  return isSensitive ? 'sensitive' : 'clear';
}

export interface Look {
  readonly verdict: Verdict;
  readonly minor: boolean;
  readonly fromContact: boolean;
  /** The viewer asked for it. */
  readonly revealed: boolean;
}

export interface Shown {
  readonly blurred: boolean;
  /** Whether it can be asked for. */
  readonly canShow: boolean;
  /** What stands over it; null if nothing does. */
  readonly words: string | null;
}

/** In place of a photo the server does not give out to a minor. */
export const WITHHELD_WORDS = 'Photos from people you don’t follow are not shown';

const CLEAR: Shown = { blurred: false, canShow: false, words: null };

/** A contact’s photo is shown until something speaks against it; everybody else’s once nothing does. */
export function shownOf({ verdict, minor, fromContact, revealed }: Look): Shown {
  if (revealed || verdict === 'clear') return CLEAR;
  const canShow = !minor || fromContact;
  if (verdict === 'sensitive') return { blurred: true, canShow, words: 'This may be sensitive' };
  if (fromContact) return CLEAR;
  const words = verdict === 'failed' ? 'This couldn’t be checked' : 'Checking on your device';
  return { blurred: true, canShow, words };
}

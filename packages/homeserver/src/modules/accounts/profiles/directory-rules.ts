import { localpartOf, type Discoverability, type UserId } from '@sotto/protocol';

/** How well a term found someone: smaller comes first. */
export const RANKS = { localpartStart: 0, nameStart: 1, wordStart: 2, inside: 3 } as const;
export const RANKS_MAX = 3;
/** Beside them: a name that is found only whole. */
export const RANK_WHOLE = 4;

/** Longer terms are searched by their beginning. Bounds what a rename writes. */
export const TERM_LENGTH_MAX = 48;
/** Endings that begin further right than this are not searched. */
const NAME_LENGTH_MAX = 96;

export interface DirectoryTerm {
  readonly rank: number;
  readonly term: string;
}

/** One form for everything that looks or reads the same: full-width letters, capitals, ligatures. */
function normaliseName(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
}

/**
 * Everything a person is found by. Each ending of a name is a term, so "inside" is a beginning too.
 * Somebody to be found by the exact name only has one, which must be given whole.
 */
export function directoryTermsOf(
  userId: UserId,
  { displayName, mode }: { displayName: string | null; mode: Discoverability },
): DirectoryTerm[] {
  if (mode === 'hidden') return [];
  if (mode === 'exact') return [{ term: cut(localpartOf(userId)), rank: RANK_WHOLE }];
  const best = new Map<string, number>();
  addEndings(best, localpartOf(userId), RANKS.localpartStart);
  if (displayName !== null) addEndings(best, normaliseName(displayName), RANKS.nameStart);
  return [...best].map(([term, rank]) => ({ rank, term }));
}

function addEndings(best: Map<string, number>, name: string, startRank: number): void {
  const signs = Array.from(name).slice(0, NAME_LENGTH_MAX);
  let before = '';
  for (const [at, sign] of signs.entries()) {
    const term = signs.slice(at, at + TERM_LENGTH_MAX).join('');
    const isWordStart = !isWordSign(before) && isWordSign(sign);
    const rank = at === 0 ? startRank : isWordStart ? RANKS.wordStart : RANKS.inside;
    // An ending that begins with a gap finds nothing that the one after it does not.
    if (sign.trim() !== '') best.set(term, Math.min(rank, best.get(term) ?? RANKS_MAX));
    before = sign;
  }
}

function isWordSign(sign: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(sign);
}

/**
 * What to look for, or null if nothing can be found. A full id or the beginning of one finds the
 * person; people of other servers are not listed here.
 */
export function searchTermOf(text: string, serverName: string): string | null {
  const whole = normaliseName(text);
  const isId = whole.startsWith('@');
  const [name = '', ...server] = (isId ? whole.slice(1) : whole).split(':');
  const named = isId ? server.join(':') : '';
  if (!serverName.toLowerCase().startsWith(named)) return null;
  const term = isId ? name : whole;
  // No name holds control characters, and Postgres does not accept all of them.
  if (term === '' || /\p{Cc}/u.test(term)) return null;
  return cut(term);
}

/** Whether this is somebody's whole username, as far as it is compared. */
export function isWholeName(term: string, userId: UserId): boolean {
  return term === cut(localpartOf(userId));
}

function cut(term: string): string {
  return Array.from(term).slice(0, TERM_LENGTH_MAX).join('');
}

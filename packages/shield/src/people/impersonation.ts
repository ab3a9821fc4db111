import { alikeInAddresses, limits, tr39 } from '../rules/rules.ts';
import { plainWord } from '../text/plain-word.ts';
import type { KnownPerson, Sender } from '../types.ts';
import { photoDistance, type PhotoHash } from './photo-hash.ts';

const NAME_CHARACTERS_MAX = 256;
/** One letter is no name: many people sign with one. */
const NAME_LETTERS_MIN = 2;

/** Whose name or picture somebody has, and which of them. */
export interface Borrowed {
  readonly kind: 'same_name' | 'same_photo' | 'similar_photo';
  /** What I call the one who had it first. */
  readonly who: string;
}

/** Whom of the people I know a sender could be taken for. */
export function whoIsImitated(sender: Sender, known: readonly KnownPerson[]): Borrowed | null {
  const others = known.filter(({ userId }) => userId !== sender.userId);
  const name = nameSkeleton(sender.displayName);
  const sameName = name === '' ? undefined : others.find(hasName(name));
  if (sameName) return { kind: 'same_name', who: whoOf(sameName) };
  const samePhoto =
    sender.photo === null ? undefined : others.find(({ photo }) => photo === sender.photo);
  if (samePhoto) return { kind: 'same_photo', who: whoOf(samePhoto) };
  const similar = sender.photoHash ? mostSimilar(sender.photoHash, others) : null;
  return similar && { kind: 'similar_photo', who: whoOf(similar) };
}

/** Whose picture is close enough to be a copy; of several, the closest. */
function mostSimilar(hash: PhotoHash, others: readonly KnownPerson[]): KnownPerson | null {
  let similar: KnownPerson | null = null;
  let bitsMax = limits.photoBitsMax;
  for (const other of others) {
    if (!other.photoHash) continue;
    const bits = photoDistance(hash, other.photoHash);
    if (bits > bitsMax || (similar !== null && bits === bitsMax)) continue;
    similar = other;
    bitsMax = bits;
  }
  return similar;
}

function hasName(name: string): (person: KnownPerson) => boolean {
  return ({ names }) => names.some((each) => nameSkeleton(each) === name);
}

function whoOf({ names }: KnownPerson): string {
  return names[0] ?? '';
}

/**
 * What a name looks like: without case, accents, emoji, dots and spaces, each letter put for the
 * Latin one it looks like. `MІRA.` with a Cyrillic letter is `mira`.
 */
function nameSkeleton(name: string): string {
  let plain = '';
  for (const letter of plainWord(name.slice(0, NAME_CHARACTERS_MAX))) {
    const latin = tr39.get(letter) ?? alikeInAddresses.get(letter) ?? letter;
    if (/[\p{L}\p{N}]/u.test(latin)) plain += latin === 'i' ? 'l' : latin;
  }
  return plain.length < NAME_LETTERS_MIN ? '' : plain;
}

/**
 * Signs that change how the text around them is read without being seen themselves: controls, line
 * breaks, directional overrides, zero-width spaces. The joiners inside emoji and Persian words are fine.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/u;
const SEEN = /[^\s\p{Cf}\p{Mn}\p{Me}]/u;

/** What is wrong with a name that other people will see, in a sentence for its owner; or null. */
export function findNameFault(name: string, lengthMax: number): string | null {
  if (Array.from(name).length > lengthMax)
    return `A name can have at most ${lengthMax} characters.`;
  if (UNSEEN.test(name)) return 'A name cannot hold invisible or direction-changing characters.';
  if (!SEEN.test(name)) return 'A name needs something to see.';
  return null;
}

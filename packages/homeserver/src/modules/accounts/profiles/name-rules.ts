/**
 * Signs that are not seen themselves, and hide from people that two names differ or how the text
 * around them is read: controls, line breaks, directional overrides, fillers, selectors, tags.
 */
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u{13430}-\u{1343F}]/u;

/** No space or mark, and none of the letters and symbols that are drawn as nothing. */
const SEEN = /[^\s\p{Cf}\p{Mn}\p{Me}\u2800\uFFFC\u{13441}\u{13442}\u{1D159}]/u;

/** One picture, drawn as text or in colour, in one of the skin tones. */
const PICTURE = String.raw`\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?`;
const KEYCAP = String.raw`[0-9#*]\uFE0F?\u20E3`;
/** England, Scotland and Wales: no other flag of tags is in general use. */
const FLAG = ['gbeng', 'gbsct', 'gbwls'].map((region) => `\u{1F3F4}${tagsOf(region)}\u{E007F}`);
/** Emoji with all that belongs to them: families, hearts, professions, flags. */
const EMOJI = new RegExp(
  [...FLAG, KEYCAP, String.raw`${PICTURE}(?:\u200D${PICTURE})*`].join('|'),
  'gu',
);

/** Scripts whose spelling needs the zero-width joiner or non-joiner. */
const JOINING =
  'Arab Syrc Nkoo Mong Adlm Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Mymr Khmr'
    .split(' ')
    .map((script) => String.raw`\p{Script_Extensions=${script}}`)
    .join('');
const JOINED = String.raw`(?=[\p{L}\p{M}])[${JOINING}]`;
/**
 * A joiner inside a word; or after the Malayalam virama, where it also ends words, because that is
 * how a chillu letter was written before Unicode 5.1 and some keyboards still write it.
 */
const JOINER = new RegExp(
  String.raw`(?<=${JOINED})[\u200C\u200D](?=${JOINED})|(?<=\u0D4D)\u200D`,
  'gu',
);

/** What is wrong with a name that other people will see, in a sentence for its owner; or null. */
export function findNameFault(name: string, lengthMax: number): string | null {
  if (Array.from(name).length > lengthMax)
    return `A name can have at most ${lengthMax} characters.`;
  // An asterisk stands for each emoji: it is seen, too, and joins nothing.
  const plain = name.replaceAll(EMOJI, '*').replaceAll(JOINER, '');
  if (HIDDEN.test(plain)) return 'A name cannot hold invisible or direction-changing characters.';
  if (!SEEN.test(plain)) return 'A name needs something to see.';
  return null;
}

/** The invisible twins of ASCII signs that spell a region after a black flag. */
function tagsOf(region: string): string {
  return region.replaceAll(/./g, (sign) => String.fromCodePoint(0xe0000 + sign.charCodeAt(0)));
}

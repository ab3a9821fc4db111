const EMOJI_MAX = 5;
/** A sign shown as a picture by itself, or told to be one by what follows it. */
const PICTURE = String.raw`(?:\p{EPres}\uFE0F?|\p{ExtPict}\uFE0F|\p{ExtPict})\p{EMod}?`;
const SHOWN = String.raw`(?:\p{EPres}\uFE0F?|\p{ExtPict}(?:\uFE0F|(?=\p{EMod}|\u200D)))\p{EMod}?`;
const EMOJI = new RegExp(
  String.raw`^(?:\p{RI}\p{RI}|[#*\d]\uFE0F?\u20E3|${SHOWN}(?:\u200D${PICTURE})*)$`,
  'u',
);

const LETTER = /\p{L}/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** True for a message of nothing but a few emoji, which is shown large. */
export function isOnlyEmoji(text: string): boolean {
  const compact = text.replaceAll(/\s/g, '');
  // Enough for any few emoji, and cheap to refuse the rest by.
  if (compact === '' || compact.length > EMOJI_MAX * 20 || LETTER.test(compact)) return false;
  const parts = [...graphemes.segment(compact)];
  return parts.length <= EMOJI_MAX && parts.every(({ segment }) => EMOJI.test(segment));
}

const EMOJI_MAX = 3;

/**
 * How many emoji a message of nothing but emoji holds, when they are few enough to be shown
 * large; null when they are not.
 */
export function fewEmoji(text: string): number | null {
  // Longer than any three emoji, joined families with skin tones included.
  if (text.length > 120) return null;
  let count = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (segment.trim() === '') continue;
    count += 1;
    if (count > EMOJI_MAX) return null;
  }
  return count === 0 ? null : count;
}

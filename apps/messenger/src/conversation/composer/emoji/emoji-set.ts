import type { EmojiData, SkinTone } from 'frimousse';

type Emoji = EmojiData['emojis'][number];
type Tone = Exclude<SkinTone, 'none'>;

/** One entry of emojibase's data set, as far as it is used here. */
export interface EmojibaseEntry {
  readonly emoji: string;
  readonly label: string;
  readonly version: number;
  readonly group?: number;
  readonly tags?: readonly string[];
  readonly skins?: readonly { readonly emoji: string; readonly tone: number | readonly number[] }[];
}

export interface EmojibaseMessages {
  readonly groups: readonly {
    readonly key: string;
    readonly message: string;
    readonly order: number;
  }[];
  readonly skinTones: readonly { readonly key: string; readonly message: string }[];
}

const TONES: readonly Tone[] = ['light', 'medium-light', 'medium', 'medium-dark', 'dark'];
/** Skin tones and hair on their own: parts of emoji, not emoji. */
const COMPONENTS = 'component';

/** Turns emojibase's data set into the picker's. */
export function toEmojiData(
  entries: readonly EmojibaseEntry[],
  messages: EmojibaseMessages,
  isDrawable: (emoji: string) => boolean,
): EmojiData {
  const categories = messages.groups.filter(({ key }) => key !== COMPONENTS);
  const shown = new Set(categories.map(({ order }) => order));
  const newest = newestDrawable(entries, isDrawable);
  return {
    locale: 'en',
    emojis: entries.flatMap((entry) =>
      entry.group !== undefined && shown.has(entry.group) && entry.version <= newest
        ? [toEmoji(entry, entry.group)]
        : [],
    ),
    categories: categories.map(({ order, message }) => ({ index: order, label: capital(message) })),
    skinTones: toneRecord(
      (tone) => messages.skinTones.find(({ key }) => key === tone)?.message ?? tone,
    ),
  };
}

/**
 * Emoji newer than this machine's fonts show as boxes. One of each version stands for it. Where
 * none can be told from a box, as without colour fonts, all are taken.
 */
function newestDrawable(
  entries: readonly EmojibaseEntry[],
  isDrawable: (emoji: string) => boolean,
): number {
  const samples = new Map<number, string>();
  for (const { version, emoji, group } of entries) {
    if (group !== undefined && !samples.has(version)) samples.set(version, emoji);
  }
  const versions = [...samples].sort(([one], [other]) => other - one);
  return versions.find(([, emoji]) => isDrawable(emoji))?.[0] ?? Number.POSITIVE_INFINITY;
}

function toEmoji(entry: EmojibaseEntry, category: number): Emoji {
  const { emoji, label, version, tags = [], skins } = entry;
  const plain = { emoji, category, label: capital(label), version, tags: [...tags] };
  if (skins === undefined) return plain;
  return { ...plain, skins: toneRecord((_tone, number) => toned(skins, number) ?? emoji) };
}

function toned(skins: NonNullable<EmojibaseEntry['skins']>, number: number): string | undefined {
  return skins.find(({ tone }) => tone === number)?.emoji;
}

function toneRecord(of: (tone: Tone, number: number) => string): Record<Tone, string> {
  const entries = TONES.map((tone, index) => [tone, of(tone, index + 1)] as const);
  // SAFETY: the entries are made from the complete list of tones.
  return Object.fromEntries(entries) as Record<Tone, string>;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

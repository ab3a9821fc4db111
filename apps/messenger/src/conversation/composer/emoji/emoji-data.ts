import emojiUrl from 'emojibase-data/en/data.json?url';
import messagesUrl from 'emojibase-data/en/messages.json?url';
import type { EmojiData } from 'frimousse';
import { toEmojiData, type EmojibaseEntry, type EmojibaseMessages } from './emoji-set.ts';

let loaded: Promise<EmojiData> | null = null;

/** The emoji, from this app's own files: nothing is asked of anyone else. A failure is forgotten. */
export function loadEmoji(): Promise<EmojiData> {
  loaded ??= fetchEmoji().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function fetchEmoji(): Promise<EmojiData> {
  const [entries, messages] = await Promise.all([fetchJson(emojiUrl), fetchJson(messagesUrl)]);
  // SAFETY: both files are part of this build, in the shape of the pinned emojibase-data.
  return toEmojiData(entries as readonly EmojibaseEntry[], messages as EmojibaseMessages, canDraw);
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Emoji data answered ${response.status}`);
  return response.json();
}

/** Emoji fonts first: some systems have plain drawings of old emoji in their text font. */
const FONT = '16px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif';

/** A colour emoji keeps its colours whatever the ink; a box for a missing one takes the ink's. */
function canDraw(emoji: string): boolean {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (context === null) return true;
  const [red, blue] = ['#f00', '#00f'].map((ink) => {
    context.clearRect(0, 0, 32, 32);
    context.font = FONT;
    context.textBaseline = 'top';
    context.fillStyle = ink;
    context.fillText(emoji, 4, 4);
    return context.getImageData(0, 0, 32, 32).data.join();
  });
  return red === blue;
}

import type { ConversationSummary, Delivery } from '@sotto/client';
import { typingWords } from '../people/names.ts';

/** The second line of a conversation in the list, in the order of what matters now. */
export type Preview =
  | { readonly kind: 'typing'; readonly words: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'draft'; readonly text: string }
  | {
      readonly kind: 'message';
      readonly mine: boolean;
      readonly icon: 'photo' | 'file' | null;
      readonly text: string;
    };

/** `open` is the conversation being written in: its draft is in plain sight already. */
export function previewOf(summary: ConversationSummary, open: boolean): Preview {
  const { preview, draft } = summary;
  const words = typingWords(summary.typing, summary.kind);
  if (words !== null) return { kind: 'typing', words };
  if (preview.mine && preview.delivery === 'failed') return { kind: 'failed' };
  if (!open && draft !== null && draft.trim() !== '')
    return { kind: 'draft', text: oneLine(draft) };
  if (preview.text === '' && preview.attachment === null) return { kind: 'empty' };
  return {
    kind: 'message',
    mine: preview.mine,
    icon: preview.attachment,
    text: oneLine(preview.text),
  };
}

/** How far my last message came, when it is the last one and nothing more urgent is shown. */
export function deliveryShown(summary: ConversationSummary, preview: Preview): Delivery | null {
  return preview.kind === 'message' && preview.mine ? summary.preview.delivery : null;
}

/** A line is short: what lies beyond it is not worth laying out. */
const LINE_CHARACTERS = 200;

function oneLine(text: string): string {
  return text.slice(0, LINE_CHARACTERS).replaceAll(/\s+/g, ' ').trim();
}

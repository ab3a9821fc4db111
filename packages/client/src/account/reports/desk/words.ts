import type { Proof, ReportedWords } from '../../../types/index.ts';
import type { Json } from '../../../people/book/ask.ts';
import { textOf } from '../../../people/book/ask.ts';
import type { KeptMessage } from './kept-message.ts';

const FILES = new Set(['m.file', 'm.video', 'm.audio']);
const TEXTS = new Set(['m.text', 'm.notice', 'm.emote']);

/** What a message says, as moderators and its reporter are shown it. */
export function wordsOf(type: string, content: Json): ReportedWords {
  // SAFETY: an object can be read by any name.
  const edited = content['m.new_content'] as Json | undefined;
  const said = edited ?? content;
  const [kind, text] = [textOf(said['msgtype']), textOf(said['body'])];
  if (type !== 'm.room.message') return { kind: 'other', text };
  if (TEXTS.has(kind)) return { kind: 'text', text };
  if (kind === 'm.image') return { kind: 'photo', text };
  return { kind: FILES.has(kind) ? 'file' : 'other', text };
}

/** What a report of it would show: what is committed to and cannot be proven is not shown at all. */
export function proofOf({ key, isCommitted }: KeptMessage): Proof {
  if (key !== null) return 'proven';
  return isCommitted ? 'none' : 'claimed';
}

/** What the server is told that a message said. */
export function disclose(kept: KeptMessage | null): Json {
  const proof = kept ? proofOf(kept) : 'none';
  if (!kept || proof === 'none') return {};
  const { type, content, key } = kept;
  return { 'app.sotto.frank': { type, content, ...(key !== null && { key }) } };
}

import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { readAttachment } from '../media/attachment-content.ts';
import type { MessageBody } from '../types/index.ts';
import { isOnlyEmoji } from './only-emoji.ts';

const MESSAGE_TYPES = new Set(['m.room.message', 'm.room.encrypted', 'm.sticker']);
/** Events that change another one. They never stand in the timeline themselves. */
const CHANGES = ['m.replace', 'm.annotation', 'm.reference'];
const TEXTS = new Set(['m.text', 'm.notice', 'm.emote']);
const FILES = new Set(['m.image', 'm.file', 'm.video', 'm.audio']);

export function textBody(text: string): MessageBody {
  return { kind: 'text', text, onlyEmoji: isOnlyEmoji(text) };
}

/** An encrypted event nobody has tried to open yet: what it is shows in a moment. */
export function isUnopened(event: MatrixEvent): boolean {
  return (
    event.getType() === 'm.room.encrypted' && !event.isDecryptionFailure() && !event.isRedacted()
  );
}

/** What an event says as a message; null when it is not one. */
export function readBody(event: MatrixEvent): MessageBody | null {
  if (event.isState() || !MESSAGE_TYPES.has(event.getWireType())) return null;
  if (event.isRedacted()) return { kind: 'removed' };
  if (CHANGES.some((change) => event.isRelation(change))) return null;
  if (event.isDecryptionFailure() || event.getType() === 'm.room.encrypted') {
    return { kind: 'arriving' };
  }
  if (event.getType() === 'm.sticker') return { kind: 'unsupported' };
  if (event.getType() !== 'm.room.message') return null;

  const content = event.getContent();
  const { msgtype, body } = content;
  if (msgtype === 'm.key.verification.request') return null;
  if (typeof msgtype !== 'string' || typeof body !== 'string') return { kind: 'unsupported' };
  if (TEXTS.has(msgtype)) return textBody(body);
  const read = FILES.has(msgtype) ? readAttachment(content) : null;
  return read ? { kind: 'attachment', ...read } : { kind: 'unsupported' };
}

import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { safeName } from '../people/safe-name.ts';

/** Who reads a notice, and where. */
export interface NoticeReader {
  readonly me: string;
  /** Turns a person into the name a notice uses. */
  readonly nameOf: (userId: string) => string;
  /** No more than two people have ever been in the conversation, so a request made it. */
  readonly betweenTwo: boolean;
}

/** What its maker does this soon after the conversation was made belongs to making it. */
const MADE_WITHIN_MS = 5_000;

function membershipText(event: MatrixEvent, reader: NoticeReader): string | null {
  const target = event.getStateKey() ?? '';
  const sender = event.getSender() ?? '';
  const { membership } = event.getContent();
  const before = event.getPrevContent()['membership'];
  if (membership === before) return null;
  const who = subject(target, reader);
  const whom = target === reader.me ? 'you' : reader.nameOf(target);
  const by = subject(sender, reader);
  switch (String(membership)) {
    case 'join':
      return before === 'invite' && reader.betweenTwo ? `${who} accepted.` : `${who} joined.`;
    case 'invite':
      return `${by} asked ${whom} to join.`;
    case 'leave':
      if (target === sender) {
        return before === 'invite' ? `${who} declined.` : `${who} left.`;
      }
      return `${by} removed ${whom}.`;
    case 'ban':
      return `${by} removed ${whom} for good.`;
    default:
      return null;
  }
}

/** A person at the start of a sentence. */
function subject(userId: string, { me, nameOf }: NoticeReader): string {
  return userId === me ? 'You' : nameOf(userId);
}

function nameText(event: MatrixEvent, reader: NoticeReader): string {
  const name = safeName(event.getContent()['name']);
  const who = subject(event.getSender() ?? '', reader);
  return name === '' ? `${who} removed the name.` : `${who} named this conversation “${name}”.`;
}

/** The line an event leaves between messages; null for events people need not see. */
export function noticeText(
  event: MatrixEvent,
  reader: NoticeReader,
  creation: MatrixEvent | null,
): string | null {
  if (!event.isState() || event.isRedacted()) return null;
  if (event.getType() === 'm.room.name') return nameText(event, reader);
  if (event.getType() !== 'm.room.member') return null;
  return belongsTo(creation, event) ? null : membershipText(event, reader);
}

/** Making a conversation means joining it and asking the others, which goes without saying. */
function belongsTo(creation: MatrixEvent | null, event: MatrixEvent): boolean {
  return (
    creation !== null &&
    event.getSender() === creation.getSender() &&
    event.getContent()['membership'] !== 'leave' &&
    event.getTs() - creation.getTs() < MADE_WITHIN_MS
  );
}

export function identityText(name: string): string {
  return `${name} started over with a new identity. If you did not expect this, ask them another way.`;
}

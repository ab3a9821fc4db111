import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { safeName } from '../people/safe-name.ts';

/** Turns a person into the name a notice uses. */
export type NameOf = (userId: string) => string;

/** What its maker does this soon after the conversation was made belongs to making it. */
const MADE_WITHIN_MS = 5_000;

function membershipText(event: MatrixEvent, nameOf: NameOf): string | null {
  const target = event.getStateKey() ?? '';
  const sender = event.getSender() ?? '';
  const { membership } = event.getContent();
  const before = event.getPrevContent()['membership'];
  if (membership === before) return null;
  switch (String(membership)) {
    case 'join':
      return `${nameOf(target)} joined.`;
    case 'invite':
      return `${nameOf(sender)} asked ${nameOf(target)} to join.`;
    case 'leave':
      if (target === sender) {
        return before === 'invite' ? `${nameOf(target)} declined.` : `${nameOf(target)} left.`;
      }
      return `${nameOf(sender)} removed ${nameOf(target)}.`;
    case 'ban':
      return `${nameOf(sender)} removed ${nameOf(target)} for good.`;
    default:
      return null;
  }
}

function nameText(event: MatrixEvent, nameOf: NameOf): string {
  const name = safeName(event.getContent()['name']);
  const who = nameOf(event.getSender() ?? '');
  return name === '' ? `${who} removed the name.` : `${who} named this conversation “${name}”.`;
}

/** The line an event leaves between messages; null for events people need not see. */
export function noticeText(
  event: MatrixEvent,
  nameOf: NameOf,
  creation: MatrixEvent | null,
): string | null {
  if (!event.isState() || event.isRedacted()) return null;
  if (event.getType() === 'm.room.name') return nameText(event, nameOf);
  if (event.getType() !== 'm.room.member') return null;
  return belongsTo(creation, event) ? null : membershipText(event, nameOf);
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

import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { SLOW_MODE_TYPE } from '@sotto/protocol';
import { safeName } from '../../people/safe-name.ts';
import { subject, type NoticeReader } from './notice-reader.ts';

type Field = (event: MatrixEvent) => unknown;

/** `30 seconds`, `5 minutes`, `1 hour`. */
function lengthWords(seconds: number): string {
  const [count, unit] =
    seconds % 3_600 === 0
      ? [seconds / 3_600, 'hour']
      : seconds % 60 === 0
        ? [seconds / 60, 'minute']
        : [seconds, 'second'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function nameText(who: string, event: MatrixEvent): string {
  const name = safeName(event.getContent()['name']);
  return name === '' ? `${who} removed the name.` : `${who} named this conversation “${name}”.`;
}

function slowModeText(who: string, event: MatrixEvent): string | null {
  const seconds: unknown = event.getContent()['seconds'];
  const before: unknown = event.getPrevContent()['seconds'];
  if (seconds === before) return null;
  if (typeof seconds === 'number' && seconds > 0) {
    return `${who} turned slow mode on: a message every ${lengthWords(seconds)}.`;
  }
  return typeof before === 'number' && before > 0 ? `${who} turned slow mode off.` : null;
}

function approvalText(who: string, event: MatrixEvent): string | null {
  const rule: unknown = event.getContent()['join_rule'];
  const before: unknown = event.getPrevContent()['join_rule'];
  if (rule === before || before === undefined) return null;
  if (rule === 'knock') return `${who} turned join approval on.`;
  return before === 'knock' ? `${who} turned join approval off.` : null;
}

/** Something was set, changed or taken away. */
function changeText(who: string, event: MatrixEvent, field: Field, what: string): string {
  return field(event) ? `${who} changed the ${what}.` : `${who} removed the ${what}.`;
}

/** What was changed of the conversation as a whole; null for what people need not see. */
export function stateText(event: MatrixEvent, reader: NoticeReader): string | null {
  const who = subject(event.getSender() ?? '', reader);
  switch (event.getType()) {
    case 'm.room.name':
      return nameText(who, event);
    case 'm.room.topic':
      return changeText(who, event, (changed) => changed.getContent()['topic'], 'description');
    case 'm.room.avatar':
      return changeText(who, event, (changed) => changed.getContent()['url'], 'photo');
    case 'm.room.join_rules':
      return approvalText(who, event);
    case SLOW_MODE_TYPE:
      return slowModeText(who, event);
    default:
      return null;
  }
}

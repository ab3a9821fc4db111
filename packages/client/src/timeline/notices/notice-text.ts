import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { HISTORY_FIELD, SLOW_MODE_TYPE } from '@sotto/protocol';
import { levelsText } from './level-notices.ts';
import { memberText } from './member-notices.ts';
import type { NoticeReader } from './notice-reader.ts';
import { stateText } from './state-notices.ts';

/** What its maker does this soon after the conversation was made belongs to making it. */
const MADE_WITHIN_MS = 5_000;

/**
 * The line an event leaves between messages; null for events people need not see. `earlier`: the events before
 * it, the newest first.
 */
export function noticeText(
  event: MatrixEvent,
  reader: NoticeReader,
  creation: MatrixEvent | null,
  earlier: Iterable<MatrixEvent> = [],
): string | null {
  if (!event.isState() || event.isRedacted()) return null;
  if (isOfCommunity(creation, event)) return null;
  switch (event.getType()) {
    case 'm.room.name':
    case SLOW_MODE_TYPE:
      return stateText(event, reader);
    case 'm.room.member':
      return belongsTo(creation, event) ? null : memberText(event, reader, earlier);
    case 'm.room.power_levels':
      return belongsTo(creation, event) ? null : levelsText(event, reader);
    default:
      return belongsTo(creation, event) ? null : stateText(event, reader);
  }
}

/** So many come, go and get roles in a community that its list of people says it better. */
function isOfCommunity(creation: MatrixEvent | null, event: MatrixEvent): boolean {
  if (creation?.getContent()['app.sotto.community'] === undefined) return false;
  return event.getType() === 'm.room.member' || event.getType() === 'm.room.power_levels';
}

/** Making a conversation means joining it and asking the others, which goes without saying. */
function belongsTo(creation: MatrixEvent | null, event: MatrixEvent): boolean {
  return (
    creation !== null &&
    event.getSender() === creation.getSender() &&
    // What changes something that is there is told, however soon.
    Object.keys(event.getPrevContent()).length === 0 &&
    event.getContent()['membership'] !== 'leave' &&
    // What newcomers may read is told, however soon they come.
    !(HISTORY_FIELD in event.getContent()) &&
    event.getTs() - creation.getTs() < MADE_WITHIN_MS
  );
}

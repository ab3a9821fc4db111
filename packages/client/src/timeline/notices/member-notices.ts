import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import {
  GROUP_LINK_FIELD,
  HISTORY_FIELD,
  LABEL_FIELD,
  SILENT_LEAVE_FIELD,
  type HistoryChoice,
} from '@sotto/protocol';
import { safeName } from '../../people/safe-name.ts';
import { isSaidByInvitation } from './added-at-once.ts';
import { historyWords } from './history-words.ts';
import { object, subject, type NoticeReader } from './notice-reader.ts';

interface Change {
  readonly event: MatrixEvent;
  readonly reader: NoticeReader;
  readonly content: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
  /** Whose membership it is, and who changed it. */
  readonly target: string;
  readonly sender: string;
}

/** `: “late again”`, or the end of the sentence. */
function reasonWords(content: Change['content']): string {
  const reason = safeName(content['reason']);
  return reason === '' ? '.' : `: “${reason}”`;
}

function inviteText({ event, reader, content, before, target, sender }: Change): string | null {
  const by = subject(sender, reader);
  const whom = object(target, reader);
  if (before['membership'] === 'knock') return `${by} let ${whom} in.`;
  // Whoever comes by a link is told of as they join.
  if (content[GROUP_LINK_FIELD] === true) return null;
  const choice = content[HISTORY_FIELD];
  if (typeof choice !== 'object' || choice === null) return `${by} asked ${whom} to join.`;
  // SAFETY: the server takes no choice of another form.
  const words = historyWords(choice as HistoryChoice, event.getTs());
  return `${by} added ${whom}. ${subject(target, reader)} ${words}`;
}

function joinText({ reader, before, target }: Change): string {
  const who = subject(target, reader);
  if (before[GROUP_LINK_FIELD] === true) return `${who} joined by a link.`;
  return before['membership'] === 'invite' && reader.betweenTwo
    ? `${who} accepted.`
    : `${who} joined.`;
}

function leaveText({ reader, content, before, target, sender }: Change): string | null {
  const who = subject(target, reader);
  const was = before['membership'];
  if (target === sender) {
    if (was === 'knock') return `${who} no longer ${verb(target, reader, 'ask')} to join.`;
    if (was === 'invite') return `${who} declined.`;
    const isSilent = content[SILENT_LEAVE_FIELD] === true && target !== reader.me;
    return isSilent && !reader.looksAfter ? null : `${who} left.`;
  }
  const by = subject(sender, reader);
  const whom = object(target, reader);
  if (was === 'knock') return `${by} did not let ${whom} in.`;
  if (was === 'ban') return `${by} lifted the ban of ${whom}.`;
  if (was === 'invite') return `${by} took back the invitation of ${whom}.`;
  return `${by} removed ${whom}${reasonWords(content)}`;
}

function verb(who: string, { me }: NoticeReader, word: string): string {
  return who === me ? word : `${word}s`;
}

function labelText({ reader, content, before, target }: Change): string | null {
  const label = safeName(content[LABEL_FIELD]);
  if (label === safeName(before[LABEL_FIELD])) return null;
  const who = subject(target, reader);
  const isMe = target === reader.me;
  return label === ''
    ? `${who} no longer ${isMe ? 'have' : 'has'} a label here.`
    : `${who} ${isMe ? 'are' : 'is'} now “${label}” here.`;
}

/** What became of somebody in the conversation; null for what people need not see. */
export function memberText(
  event: MatrixEvent,
  reader: NoticeReader,
  earlier: Iterable<MatrixEvent>,
): string | null {
  const change: Change = {
    event,
    reader,
    content: event.getContent(),
    before: event.getPrevContent(),
    target: event.getStateKey() ?? '',
    sender: event.getSender() ?? '',
  };
  const { content, before, target, sender } = change;
  if (content['membership'] === before['membership']) {
    return content['membership'] === 'join' ? labelText(change) : null;
  }
  switch (String(content['membership'])) {
    case 'join':
      return isSaidByInvitation(event, earlier) ? null : joinText(change);
    case 'invite':
      return inviteText(change);
    case 'leave':
      return leaveText(change);
    case 'knock': {
      const asks = `${subject(target, reader)} ${verb(target, reader, 'ask')}`;
      return `${asks} to join${reasonWords(content)}`;
    }
    case 'ban': {
      const whom = object(target, reader);
      return `${subject(sender, reader)} removed ${whom} for good${reasonWords(content)}`;
    }
    default:
      return null;
  }
}

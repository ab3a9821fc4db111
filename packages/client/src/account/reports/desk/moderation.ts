import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { EventId, UserId } from '@sotto/protocol';
import {
  ask,
  askFor,
  listOf,
  matrixPath,
  numberOf,
  sottoPath,
  textOf,
  type Json,
} from '../../../people/book/ask.ts';
import type {
  DoneAction,
  ModerationReport,
  ModeratorDecision,
  QueuedReport,
  QueuePage,
  QueueView,
  ReportedPerson,
} from '../../../types/index.ts';
import type { ReportContext } from '../report-context.ts';
import { fetchPerson } from './own-reports.ts';
import { photoIn } from './reported-photo.ts';
import { wordsOf } from './words.ts';

export async function amModerator({ matrix }: ReportContext): Promise<boolean> {
  const { capabilities } = await ask(matrix.client, { path: matrixPath('capabilities') });
  const told = (capabilities as Json | undefined)?.['app.sotto.moderation'];
  return (told as { enabled?: boolean } | undefined)?.enabled === true;
}

export async function listQueue(
  { matrix }: ReportContext,
  view: QueueView,
  from: string | null,
): Promise<QueuePage> {
  const query = new URLSearchParams({ state: view, ...(from !== null && { from }) });
  const path = `${sottoPath('moderation', 'reports')}?${query}`;
  const page = await ask(matrix.client, { path });
  return {
    reports: listOf(page['reports']).map(readQueued),
    next: textOf(page['next']) || null,
    open: numberOf(page['open']) ?? 0,
    appealed: numberOf(page['appealed']) ?? 0,
  };
}

export async function findReport(
  context: ReportContext,
  id: string,
): Promise<ModerationReport | null> {
  const told = await askFor(context.matrix.client, sottoPath('moderation', 'reports', id));
  if (!told) return null;
  const { messages: _messages, proven: _proven, userId: _userId, ...queued } = readQueued(told);
  const reporter = (told['reporter'] ?? {}) as Json;
  const subject = told['subject'] as Json | undefined;
  return {
    ...queued,
    reason: textOf(told['reason']),
    outcome: (told['outcome'] as ModerationReport['outcome'] | undefined) ?? null,
    appeal: textOf(told['appeal']) || null,
    decidedByMe: told['decided_by_you'] === true,
    messages: listOf(told['messages']).map(readMessage),
    subject: subject ? await readSubject(context, subject) : null,
    reporter: {
      acted: numberOf(reporter['acted']) ?? 0,
      dismissed: numberOf(reporter['dismissed']) ?? 0,
    },
    history: listOf(told['history']).map(readDone),
  };
}

export async function decide(
  { matrix }: ReportContext,
  id: string,
  { action, note, subjectNote, days }: ModeratorDecision,
): Promise<void> {
  const body = {
    action,
    note,
    subject_note: subjectNote,
    ...(days !== null && action === 'limit' && { days }),
  };
  const path = sottoPath('moderation', 'reports', id, 'action');
  await ask(matrix.client, { method: Method.Post, path, body });
}

// SAFETY, here and below: the server uses only the words it documents, and full ids.
function readQueued(told: Json): QueuedReport {
  return {
    id: textOf(told['report_id']),
    kind: told['kind'] as QueuedReport['kind'],
    category: told['category'] as QueuedReport['category'],
    state: told['state'] as QueuedReport['state'],
    createdMs: numberOf(told['created_ts']) ?? 0,
    userId: (told['user_id'] as UserId | undefined) ?? null,
    messages: numberOf(told['messages']) ?? 0,
    proven: numberOf(told['proven']) ?? 0,
  };
}

function readMessage(told: Json): ModerationReport['messages'][number] {
  const content = told['content'] as Json | undefined;
  const type = textOf(told['type']);
  const proof = told['proof'] as ModerationReport['messages'][number]['proof'];
  return {
    eventId: told['event_id'] as EventId,
    sentAtMs: numberOf(told['sent_ts']) ?? 0,
    proof,
    words: content ? wordsOf(type, content) : { kind: 'unknown', text: '' },
    photo: content ? photoIn(proof, type, content) : null,
  };
}

async function readSubject(context: ReportContext, told: Json): Promise<ReportedPerson> {
  return {
    person: await fetchPerson(context, told['user_id'] as UserId),
    accountCreatedMs: numberOf(told['account_created_ts']),
    suspended: told['suspended'] === true,
    limitedUntilMs: numberOf(told['limited_until']),
    reports: numberOf(told['reports']) ?? 0,
    reporters: numberOf(told['reporters']) ?? 0,
    open: numberOf(told['open']) ?? 0,
    history: listOf(told['history']).map(readDone),
  };
}

function readDone(told: Json): DoneAction {
  return {
    moderator: told['moderator'] as UserId,
    action: told['action'] as DoneAction['action'],
    atMs: numberOf(told['at_ts']) ?? 0,
    note: textOf(told['note']),
    subjectNote: textOf(told['subject_note']),
    days: numberOf(told['days']),
  };
}

import type { DoneAction, ModeratorAction, QueuedReport, ReportedPerson } from '@sotto/client';
import { localHandle } from './local-handle.ts';

/** `@mira · 2 messages, 1 proven`. */
export function queueWords({ userId, kind, messages, proven }: QueuedReport): string {
  const who = userId === null ? 'A group' : localHandle(userId);
  if (kind === 'conversation') return `${who} · a conversation`;
  if (messages === 0) return `${who} · the person`;
  return `${who} · ${countOf(messages, 'message')}, ${proven === messages ? 'proven' : `${proven} proven`}`;
}

export const actionLabels: Readonly<Record<ModeratorAction, string>> = {
  dismiss: 'Dismiss',
  warn: 'Warn',
  limit: 'Limit new contacts',
  suspend: 'Suspend account',
  lift: 'Lift limits',
};

export const actionMeanings: Readonly<Record<ModeratorAction, string>> = {
  dismiss: 'Nothing is done. The reporter reads your note.',
  warn: 'The person reads what you write to them.',
  limit: 'They can write to one new person a day, for as many days as you say.',
  suspend: 'They can read and leave, and nothing else, until somebody lifts it.',
  lift: 'Ends a limit and a suspension. The report stays as it is.',
};

const doneWords: Readonly<Record<ModeratorAction, string>> = {
  dismiss: 'dismissed it',
  warn: 'warned them',
  limit: 'limited them',
  suspend: 'suspended them',
  lift: 'lifted the limits',
};

/** `@ada limited them for 3 days`. */
export function historyWords({ moderator, action, days }: DoneAction): string {
  const time = days === null ? '' : ` for ${countOf(days, 'day')}`;
  return `${localHandle(moderator)} ${doneWords[action]}${time}`;
}

/** `4 reports by 2 people, 3 of them open`. */
export function reportCounts({ reports, reporters, open }: ReportedPerson): string {
  const by = reporters === 1 ? '1 person' : `${reporters} people`;
  return `${countOf(reports, 'report')} by ${by}, ${open} of them open`;
}

export function reporterWords({ acted, dismissed }: { acted: number; dismissed: number }): string {
  if (acted + dismissed === 0) return 'Whoever reported this has no earlier reports.';
  return `Of the reporter’s earlier reports, ${acted} led to something and ${dismissed} to nothing.`;
}

function countOf(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}

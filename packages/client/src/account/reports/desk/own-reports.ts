import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { UserId } from '@sotto/protocol';
import { readAccountData } from '../../../matrix/watch-account-data.ts';
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
import type { AccountStanding, ModeratorAction, OwnReport, Person } from '../../../types/index.ts';
import type { ReportContext } from '../report-context.ts';

export async function listOwnReports(context: ReportContext): Promise<readonly OwnReport[]> {
  const { reports } = await ask(context.matrix.client, { path: sottoPath('reports') });
  const people = new Map<string, Promise<Person>>();
  const personOf = (userId: UserId): Promise<Person> => {
    const found = people.get(userId) ?? fetchPerson(context, userId);
    people.set(userId, found);
    return found;
  };
  return Promise.all(
    listOf(reports).map(async (told): Promise<OwnReport> => {
      // SAFETY: the server names people by their full ids, and uses only the words it documents.
      const userId = told['user_id'] as UserId | undefined;
      return {
        id: textOf(told['report_id']),
        kind: told['kind'] as OwnReport['kind'],
        person: userId === undefined ? null : await personOf(userId),
        category: told['category'] as OwnReport['category'],
        reason: textOf(told['reason']),
        createdMs: numberOf(told['created_ts']) ?? 0,
        closedMs: numberOf(told['closed_ts']),
        state: told['state'] as OwnReport['state'],
        outcome: (told['outcome'] as OwnReport['outcome'] | undefined) ?? null,
        note: textOf(told['note']),
        appeal: textOf(told['appeal']) || null,
        mayAppeal: told['may_appeal'] === true,
      };
    }),
  );
}

/** On all my devices. A decision that comes meanwhile is news again. */
export async function seeNews({ matrix: { client } }: ReportContext): Promise<void> {
  const read = (type: 'app.sotto.report_news' | 'app.sotto.report_news_seen'): number =>
    numberOf(readAccountData(client, type)['decided_ts']) ?? 0;
  const decidedMs = read('app.sotto.report_news');
  if (decidedMs <= read('app.sotto.report_news_seen')) return;
  await client.setAccountDataRaw('app.sotto.report_news_seen', { decided_ts: decidedMs });
}

export async function appealReport(
  { matrix }: ReportContext,
  id: string,
  text: string,
): Promise<void> {
  const path = sottoPath('reports', id, 'appeal');
  await ask(matrix.client, { method: Method.Post, path, body: { text } });
}

/** Somebody by their profile; by their name alone where there is none for me. */
export async function fetchPerson(
  { matrix, people }: Pick<ReportContext, 'matrix' | 'people'>,
  userId: UserId,
): Promise<Person> {
  const profile: Json = (await askFor(matrix.client, matrixPath('profile', userId))) ?? {};
  return people.of(userId, {
    displayName: textOf(profile['displayname']) || null,
    avatar: textOf(profile['avatar_url']) || null,
  });
}

/** The server writes it into the account's data; other clients may not know it. */
export function readStanding({ matrix }: ReportContext): AccountStanding {
  const told = readAccountData(matrix.client, 'app.sotto.standing');
  return {
    suspended: told['suspended'] === true,
    limitedUntilMs: numberOf(told['limited_until']),
    notes: listOf(told['notes']).map((note) => ({
      // SAFETY: only the server writes it, in the words it documents.
      action: note['action'] as ModeratorAction,
      note: textOf(note['note']),
      atMs: numberOf(note['at_ts']) ?? 0,
    })),
  };
}

import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import {
  isQuietAt,
  localMoment,
  QUIET_HOURS_TYPE,
  type QuietHours,
  type Treatment,
  type UserId,
} from '@sotto/protocol';
import { readAccountData } from '../../matrix/watch-account-data.ts';
import { MESSAGE_POLICY_TYPE, VISIBILITY_TYPE, VISIBLE_THINGS } from '../../people/policy-words.ts';
import type { QuietState, VisibilityExceptions } from '../../types/index.ts';
import { MUTED_PERSON, storedRules, UNTIL } from './quiet-marks.ts';

/** The account data that this is read from. */
export const QUIET_TYPES: ReadonlySet<string> = new Set([
  'm.push_rules',
  MESSAGE_POLICY_TYPE,
  QUIET_HOURS_TYPE,
  VISIBILITY_TYPE,
]);

function readHours(client: MatrixClient): QuietHours | null {
  const content = readAccountData(client, QUIET_HOURS_TYPE);
  // SAFETY: the server takes no hours of another form.
  return 'enabled' in content ? (content as unknown as QuietHours) : null;
}

function entriesOf<Id extends string, Value>(record: unknown): ReadonlyMap<Id, Value> {
  const entries = Object.entries(typeof record === 'object' && record !== null ? record : {});
  // SAFETY: the server takes no settings of another form.
  return new Map(entries as [Id, Value][]);
}

function exceptionsOf<Id extends string>(
  client: MatrixClient,
  group: 'people' | 'rooms',
): VisibilityExceptions<Id> {
  const settings = readAccountData(client, VISIBILITY_TYPE);
  const entries = VISIBLE_THINGS.map((thing) => {
    // SAFETY: as above.
    const visibility = settings[thing] as Record<string, unknown> | undefined;
    return [thing, entriesOf<Id, boolean>(visibility?.[group])];
  });
  // SAFETY: it has an entry for each.
  return Object.fromEntries(entries) as VisibilityExceptions<Id>;
}

/** Everything that is quiet, or an exception, as this device knows it. */
export function readQuietState(client: MatrixClient, nowMs: number): QuietState {
  const hours = readHours(client);
  const moment = hours && localMoment(hours.time_zone, nowMs);
  const rules = storedRules(client)['underride'] ?? [];
  return {
    hours,
    quietNow: hours !== null && moment !== null && isQuietAt(hours, moment),
    mutedPeople: rules
      .filter(({ rule_id: id, enabled }) => enabled && id.startsWith(MUTED_PERSON))
      // SAFETY: this is how such rules are named.
      .map(({ rule_id: id }) => id.slice(MUTED_PERSON.length) as UserId),
    people: exceptionsOf(client, 'people'),
    conversations: exceptionsOf(client, 'rooms'),
    reach: entriesOf<UserId, Treatment>(readAccountData(client, MESSAGE_POLICY_TYPE)['people']),
  };
}

/** How many conversations are muted for a time that is not over. */
export function timedMutes(client: MatrixClient, nowMs: number): number {
  return Object.values(storedRules(client))
    .flatMap((rules) => rules ?? [])
    .filter(({ conditions }) =>
      conditions?.some(({ kind, until_ts: untilMs = 0 }) => kind === UNTIL && untilMs > nowMs),
    ).length;
}

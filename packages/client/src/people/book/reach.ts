import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { EventType } from 'matrix-js-sdk/lib/@types/event.js';
import type { Audience, Discoverability, UserId, VisibleThing } from '@sotto/protocol';
import { readAccountData } from '../../matrix/watch-account-data.ts';
import type { MessageRules } from '../../types/index.ts';
import { DISCOVERABILITY_TYPE, MESSAGE_POLICY_TYPE, VISIBILITY_TYPE } from '../policy-words.ts';
import type { Json } from './ask.ts';
import { writeAccountData } from './write-account-data.ts';

function readBlocked(client: MatrixClient): Json {
  const { ignored_users: users } = readAccountData(client, EventType.IgnoredUserList);
  // SAFETY: an object can be read by any name.
  return typeof users === 'object' && users !== null ? (users as Json) : {};
}

function writeBlocked(client: MatrixClient, users: Json): Promise<void> {
  const content = { ...readAccountData(client, EventType.IgnoredUserList), ignored_users: users };
  return writeAccountData(client, EventType.IgnoredUserList, content);
}

export function block(client: MatrixClient, userId: UserId): Promise<void> {
  return writeBlocked(client, { ...readBlocked(client), [userId]: {} });
}

export function unblock(client: MatrixClient, userId: UserId): Promise<void> {
  const { [userId]: unblocked, ...others } = readBlocked(client);
  return unblocked === undefined ? Promise.resolve() : writeBlocked(client, others);
}

/** Changes rules; those that are not named, and what is said of single people, stay. */
export function setRules(client: MatrixClient, change: Partial<MessageRules>): Promise<void> {
  const before = readAccountData(client, MESSAGE_POLICY_TYPE);
  const rules = { ...(before['rules'] as Partial<MessageRules> | undefined), ...change };
  return writeAccountData(client, MESSAGE_POLICY_TYPE, { ...before, rules });
}

/** Changes who sees one thing; exceptions, and the other things, stay. */
export function setAudience(
  client: MatrixClient,
  thing: VisibleThing,
  audience: Audience,
): Promise<void> {
  const before = readAccountData(client, VISIBILITY_TYPE);
  const settings = { ...(before[thing] as Json | undefined), audience };
  return writeAccountData(client, VISIBILITY_TYPE, { ...before, [thing]: settings });
}

export function setDiscoverability(client: MatrixClient, mode: Discoverability): Promise<void> {
  return writeAccountData(client, DISCOVERABILITY_TYPE, { mode });
}

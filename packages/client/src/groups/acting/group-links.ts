import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { RoomId, UserId } from '@sotto/protocol';
import {
  ask,
  askFor,
  listOf,
  numberOf,
  sottoPath,
  textOf,
  type Json,
} from '../../people/book/ask.ts';
import { untilJoined } from '../../conversations/membership.ts';
import { safeName } from '../../people/safe-name.ts';
import type {
  GroupKind,
  GroupLink,
  GroupLinkPreview,
  GroupLinkWish,
  Person,
} from '../../types/index.ts';
import type { GroupContext } from '../group-context.ts';

const MEMBERSHIPS: Readonly<Record<string, GroupLinkPreview['membership']>> = {
  join: 'in',
  invite: 'invited',
  knock: 'asking',
};

/** Somebody the server names by id alone, as well as this device knows them. */
async function personOf(
  { matrix: { client }, people, knownPeople }: GroupContext,
  userId: UserId,
): Promise<Person> {
  const known = knownPeople.find(userId);
  if (known) return people.of(userId, known);
  // NOTE: who cannot be looked up is called by their handle.
  const profile = await client.getProfileInfo(userId).catch(() => null);
  return people.of(userId, { displayName: profile?.displayname, avatar: profile?.avatar_url });
}

async function readLink(context: GroupContext, told: Json): Promise<GroupLink> {
  const token = textOf(told['token']);
  return {
    token,
    address: new URL(`/join/${encodeURIComponent(token)}`, context.matrix.client.baseUrl).href,
    label: textOf(told['label']),
    // SAFETY: the server names people by their full Matrix id.
    createdBy: await personOf(context, textOf(told['created_by']) as UserId),
    createdMs: numberOf(told['created_ts']) ?? 0,
    uses: numberOf(told['uses']) ?? 0,
    usesMax: numberOf(told['uses_max']),
    expiresMs: numberOf(told['expires_ts']),
  };
}

export async function listLinks(
  context: GroupContext,
  roomId: RoomId,
): Promise<readonly GroupLink[]> {
  const path = sottoPath('rooms', roomId, 'links');
  const { links } = await ask(context.matrix.client, { path });
  return Promise.all(listOf(links).map((told) => readLink(context, told)));
}

export async function createLink(
  context: GroupContext,
  roomId: RoomId,
  { label, usesMax, expiresMs }: GroupLinkWish,
): Promise<GroupLink> {
  const told = await ask(context.matrix.client, {
    method: Method.Post,
    path: sottoPath('rooms', roomId, 'links'),
    body: {
      label: label.trim(),
      ...(usesMax === null ? {} : { uses_max: usesMax }),
      ...(expiresMs === null ? {} : { expires_ts: expiresMs }),
    },
  });
  return readLink(context, told);
}

export async function revokeLink({ matrix }: GroupContext, token: string): Promise<void> {
  const path = sottoPath('group_links', token);
  await ask(matrix.client, { method: Method.Delete, path });
}

function kindTold(told: Json): GroupKind {
  if (told['room_type'] === 'm.space') return 'community';
  return told['channel'] === true ? 'channel' : 'group';
}

/** What a link leads to; null where it leads nowhere. */
export async function findLink(
  context: GroupContext,
  token: string,
): Promise<GroupLinkPreview | null> {
  const told = await askFor(context.matrix.client, sottoPath('group_links', token));
  if (!told) return null;
  return {
    name: safeName(told['name']),
    avatar: textOf(told['avatar_url']) || null,
    description: textOf(told['topic']),
    kind: kindTold(told),
    memberCount: numberOf(told['member_count']) ?? 0,
    // SAFETY: as above.
    createdBy: await personOf(context, textOf(told['created_by']) as UserId),
    approval: told['approval'] === true,
    membership: MEMBERSHIPS[textOf(told['membership'])] ?? 'none',
    // SAFETY: the server names rooms by their id.
    id: (textOf(told['room_id']) || null) as RoomId | null,
  };
}

/** Joins by a link, or asks to. */
export async function joinByLink(
  { matrix }: GroupContext,
  token: string,
  reason: string,
): Promise<{ readonly id: RoomId; readonly membership: 'in' | 'asking' }> {
  const told = await ask(matrix.client, {
    method: Method.Post,
    path: sottoPath('group_links', token, 'join'),
    body: reason.trim() === '' ? {} : { reason: reason.trim() },
  });
  const membership = told['membership'] === 'join' ? 'in' : 'asking';
  // SAFETY: as above.
  const id = textOf(told['room_id']) as RoomId;
  if (membership === 'in') await untilJoined(matrix.client, id);
  return { id, membership };
}

import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { listRequests, ReplyOf, RoomId, UserId } from '@sotto/protocol';
import { listAsDirect } from '../conversations/direct-rooms.ts';
import { untilJoined } from '../conversations/membership.ts';
import { readServerError } from '../session/problems.ts';

const PATH = '/_matrix/client/unstable/app.sotto/requests';
const NO_PREFIX = { prefix: '' };

/** What the server says of all requests, and of one. */
export type RequestsReply = ReplyOf<typeof listRequests>;
export type ListedRequest = RequestsReply['requests'][number];

/** Asking tells nobody. */
export function fetchRequests({ http }: MatrixClient): Promise<RequestsReply> {
  return http.authedRequest(Method.Get, PATH, undefined, undefined, NO_PREFIX);
}

/** Takes a request off all my devices without telling its sender, who may be blocked or reported as well. */
export async function putAway(
  { http }: MatrixClient,
  roomId: RoomId,
  answer: 'delete' | 'block' | 'report',
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const path = `${PATH}/${encodeURIComponent(roomId)}/answer`;
  try {
    await http.authedRequest(Method.Post, path, undefined, { ...more, answer }, NO_PREFIX);
  } catch (error) {
    const isGone = readServerError(error).errcode === 'M_NOT_FOUND';
    // Another device of mine was faster. Of somebody who is to be blocked that says nothing.
    if (!isGone || answer !== 'delete') throw error;
  }
}

/** Joins. `isDirect` is what the server said; without that, what the invitation says. */
export async function acceptInvitation(
  client: MatrixClient,
  roomId: RoomId,
  isDirect: boolean | null,
): Promise<void> {
  const me = client.getSafeUserId();
  const invitation = client.getRoom(roomId)?.getMember(me)?.events.member;
  const inviter = invitation?.getSender();
  try {
    await client.joinRoom(roomId);
  } catch (error) {
    // Keys the inviter shared are fetched after joining; without them one has still joined.
    const joined: unknown = await client.getJoinedRooms().then((reply) => reply.joined_rooms);
    if (!Array.isArray(joined) || !joined.includes(roomId)) throw error;
  }
  await untilJoined(client, roomId);
  const isBetweenTwo = isDirect ?? invitation?.getContent()['is_direct'] === true;
  // SAFETY: an inviter is named by their full Matrix id.
  if (isBetweenTwo && inviter) await listAsDirect(client, roomId, inviter as UserId);
}

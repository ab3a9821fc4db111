import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import {
  SILENT_LEAVE_FIELD,
  SLOW_MODE_TYPE,
  type HistoryChoice,
  type RoomId,
} from '@sotto/protocol';
import { preparePhoto } from '../../media/prepare/avatar.ts';
import { ask, matrixPath, sottoPath, type Json } from '../../people/book/ask.ts';
import { outcomeOf, problemAsTold } from '../../session/problems.ts';
import type { Group, Outcome } from '../../types/index.ts';
import type { GroupContext } from '../group-context.ts';
import { addPeople } from './add-people.ts';
import { createLink, listLinks, revokeLink } from './group-links.ts';

type GroupActions = Omit<Group, 'state' | 'close'>;

const NOTHING_EARLIER: HistoryChoice = { share: 'none' };

/** What can be done with a group. The server explains its refusals. */
export function groupActions(context: GroupContext, room: Room): GroupActions {
  const { matrix, transfer, platform } = context;
  const { client } = matrix;
  // SAFETY: a room's id is what the server names it by.
  const roomId = room.roomId as RoomId;

  const attempt = <Value>(work: () => Promise<Value>): Promise<Outcome<Value>> =>
    outcomeOf(work, problemAsTold);
  const send = (method: Method, path: string, body: Json): Promise<Outcome> =>
    attempt(async () => void (await ask(client, { method, path, body })));
  const put = (body: Json, ...parts: readonly string[]): Promise<Outcome> =>
    send(Method.Put, sottoPath('rooms', roomId, ...parts), body);
  const change = (type: string, content: Json): Promise<Outcome> =>
    send(Method.Put, `${matrixPath('rooms', roomId, 'state', type)}/`, content);
  const act = (verb: string, body: Json): Promise<Outcome> =>
    send(Method.Post, matrixPath('rooms', roomId, verb), body);

  return {
    add: (userIds, history) => attempt(() => addPeople(matrix, roomId, { userIds, history })),
    letIn: (userId) =>
      attempt(() => addPeople(matrix, roomId, { userIds: [userId], history: NOTHING_EARLIER })),
    remove: (userId) => act('kick', { user_id: userId }),
    ban: (userId, reason) =>
      act('ban', {
        user_id: userId,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    unban: (userId) => act('unban', { user_id: userId }),
    setRole: (userId, role) => put({ role }, 'roles', userId),
    setPermissions: (wish) => put(wish, 'permissions'),
    setLabel: (label) => put({ label: label.trim() }, 'label'),
    setName: (name) => change('m.room.name', { name: name.trim() }),
    setDescription: (topic) => change('m.room.topic', { topic: topic.trim() }),
    async setPhoto(photo) {
      const prepared = await attempt(async () =>
        photo
          ? { url: await transfer.uploadAvatar(await preparePhoto(platform.images, photo)) }
          : {},
      );
      return prepared.ok ? change('m.room.avatar', prepared.value) : prepared;
    },
    setSlowMode: (seconds) => change(SLOW_MODE_TYPE, { seconds }),
    setApproval: (approval) =>
      change('m.room.join_rules', { join_rule: approval ? 'knock' : 'invite' }),
    leave: ({ silent }) =>
      attempt(async () => {
        const path = matrixPath('rooms', roomId, 'leave');
        const body = silent ? { [SILENT_LEAVE_FIELD]: true } : {};
        await ask(client, { method: Method.Post, path, body });
        await client.forget(roomId);
      }),
    listLinks: () => listLinks(context, roomId),
    createLink: (wish) => attempt(() => createLink(context, roomId, wish)),
    revokeLink: (token) => attempt(() => revokeLink(context, token)),
  };
}

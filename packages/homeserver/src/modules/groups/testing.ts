import type { TestDevice } from '../../testing/homeserver.ts';
import { answer, join, SOTTO, V3 } from '../../testing/people.ts';

/** A group made by the first, everyone in it, as another Matrix client would make one. */
export async function makeGroup(
  owner: TestDevice,
  others: readonly TestDevice[],
  more: object = {},
): Promise<string> {
  const { body } = await owner.call('POST', `${V3}/createRoom`, {
    preset: 'private_chat',
    name: 'Choir',
    invite: others.map(({ userId }) => userId),
    ...more,
  });
  for (const other of others) await join(other, body.room_id);
  return body.room_id;
}

export function add(by: TestDevice, roomId: string, people: TestDevice[], more: object = {}) {
  const user_ids = people.map(({ userId }) => userId);
  return by.call('POST', `${SOTTO}/rooms/${roomId}/members`, { user_ids, ...more });
}

export async function setRole(by: TestDevice, roomId: string, whom: TestDevice, role: string) {
  const path = `${SOTTO}/rooms/${roomId}/roles/${whom.userId}`;
  return answer(await by.call('PUT', path, { role }));
}

export async function roleLevel(by: TestDevice, roomId: string, whom: TestDevice) {
  const levels = await stateOf(by, roomId, 'm.room.power_levels');
  return levels.users[whom.userId] ?? levels.users_default;
}

export async function stateOf(by: TestDevice, roomId: string, type: string, key = '') {
  return (await by.call('GET', `${V3}/rooms/${roomId}/state/${type}/${key}`)).body;
}

/** `at` is a type, or a type and a state key: `m.room.member/@jonas:sotto.test`. */
export function setState(by: TestDevice, roomId: string, at: string, content: object) {
  return by.call('PUT', `${V3}/rooms/${roomId}/state/${at}`, content);
}

export function setMember(by: TestDevice, roomId: string, whom: TestDevice, content: object) {
  return setState(by, roomId, `m.room.member/${whom.userId}`, content);
}

/** Leaves, invites, removes, bans: `said` is the body, or whom it is about. */
export function act(by: TestDevice, verb: string, roomId: string, said: TestDevice | object = {}) {
  const body = 'userId' in said ? { user_id: said.userId } : said;
  return by.call('POST', `${V3}/rooms/${roomId}/${verb}`, body);
}

/** The texts somebody can page back to, oldest first. */
export async function textsFor(by: TestDevice, roomId: string): Promise<string[]> {
  const path = `${V3}/rooms/${roomId}/messages?dir=b&limit=200`;
  const { body } = await by.call('GET', path);
  const chunk: { type: string; content: { body?: string } }[] = body.chunk ?? [];
  const texts = chunk.filter(({ type }) => type === 'm.room.message');
  return texts.map(({ content }) => content.body ?? '').toReversed();
}

import { join, SOTTO, V3 } from '../../testing/people.ts';
import type { Reply, TestDevice } from '../../testing/homeserver.ts';

const HERE = `${SOTTO}/communities`;

export interface MadeCommunity {
  readonly roomId: string;
  /** Announcements, which everybody is in, and a channel one may join. */
  readonly news: string;
  readonly open: string;
}

export function create(by: TestDevice, body: object): Promise<Reply> {
  return by.call('POST', HERE, body);
}

export async function makeCommunity(by: TestDevice, more: object = {}): Promise<MadeCommunity> {
  const { body } = await create(by, {
    name: 'Cycling club',
    channels: [{ name: 'News', announcement: true }, { name: 'Rides' }],
    ...more,
  });
  const [news, open] = body.channels;
  return { roomId: body.room_id, news, open };
}

export function addChannel(by: TestDevice, communityId: string, body: object): Promise<Reply> {
  return by.call('POST', `${HERE}/${communityId}/channels`, body);
}

export function closeChannel(by: TestDevice, communityId: string, channelId: string) {
  return by.call('DELETE', `${HERE}/${communityId}/channels/${channelId}`);
}

export function directory(by: TestDevice, communityId: string, query = ''): Promise<Reply> {
  return by.call('GET', `${HERE}/${communityId}/members${query}`);
}

export function hierarchy(by: TestDevice, roomId: string, query = ''): Promise<Reply> {
  return by.call('GET', `/_matrix/client/v1/rooms/${roomId}/hierarchy${query}`);
}

export function invite(by: TestDevice, roomId: string, other: TestDevice): Promise<Reply> {
  return by.call('POST', `${V3}/rooms/${roomId}/invite`, { user_id: other.userId });
}

export function kick(by: TestDevice, roomId: string, other: TestDevice): Promise<Reply> {
  return by.call('POST', `${V3}/rooms/${roomId}/kick`, { user_id: other.userId });
}

export function leave(by: TestDevice, roomId: string): Promise<Reply> {
  return by.call('POST', `${V3}/rooms/${roomId}/leave`, {});
}

export function setState(by: TestDevice, roomId: string, at: string, content: object) {
  return by.call('PUT', `${V3}/rooms/${roomId}/state/${at}`, content);
}

export function setMembership(by: TestDevice, roomId: string, of: TestDevice, membership: string) {
  return setState(by, roomId, `m.room.member/${of.userId}`, { membership });
}

export function levels(by: TestDevice, roomId: string): Promise<Reply['body']> {
  return by
    .call('GET', `${V3}/rooms/${roomId}/state/m.room.power_levels/`)
    .then(({ body }) => body);
}

/** Gives a level as a client does that knows nothing of roles. */
export async function setLevel(by: TestDevice, roomId: string, of: TestDevice, level: number) {
  const current = await levels(by, roomId);
  const users = { ...current.users, [of.userId]: level };
  return setState(by, roomId, 'm.room.power_levels/', { ...current, users });
}

/** Invited by the first, and in. */
export async function bring(by: TestDevice, roomId: string, ...others: TestDevice[]) {
  for (const other of others) {
    const invited = await invite(by, roomId, other);
    if (invited.status !== 200) throw new Error(JSON.stringify(invited.body));
    await join(other, roomId);
  }
}

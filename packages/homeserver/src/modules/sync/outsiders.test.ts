import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../testing/homeserver.ts';

const CLIENT = '/_matrix/client/v3';
const LEFT_TOO = encodeURIComponent('{"room":{"include_leave":true}}');
const LEFT_TOO_LAZY = encodeURIComponent(
  '{"room":{"include_leave":true,"state":{"lazy_load_members":true}}}',
);

/** Every way of asking for everything. */
async function everythingFor(device: TestDevice, since: string): Promise<string[]> {
  const queries = [
    `filter=${LEFT_TOO}`,
    `filter=${LEFT_TOO_LAZY}`,
    `filter=${LEFT_TOO}&full_state=true`,
    'since=s999999',
    'since=s999999&use_state_after=true',
    `since=${since}&full_state=true`,
    `since=${since}`,
  ];
  const replies = await Promise.all(
    queries.map((query) => device.call('GET', `${CLIENT}/sync?timeout=0&${query}`)),
  );
  expect(replies.map(({ status }) => status)).toEqual(queries.map(() => 200));
  return replies.map(({ body }) => JSON.stringify(body));
}

describeEachDatabase('a sync of somebody outside', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = await server.signUp('mira');
    const jonas = await server.signUp('jonas');
    const { body } = await mira.call('POST', `${CLIENT}/createRoom`, {
      name: 'the inner circle',
      initial_state: [{ type: 'x.secret', state_key: '', content: { v: 'state-secret' } }],
      invite: [jonas.userId],
    });
    const roomId: string = body.room_id;
    const { body: first } = await jonas.call('GET', `${CLIENT}/sync?timeout=0`);
    return { server, mira, jonas, roomId, since: first.next_batch as string };
  }

  test('shows nothing of the state to whoever declined, however they ask', async () => {
    const { jonas, roomId, since } = await setUp();
    await jonas.call('POST', `${CLIENT}/rooms/${roomId}/leave`, {});

    for (const body of await everythingFor(jonas, since))
      expect(body).not.toContain('state-secret');
  });

  test('shows nothing at all to whoever was banned without ever having been there', async () => {
    const { server, mira, roomId } = await setUp();
    const noor = await server.signUp('noor');
    const { body } = await noor.call('GET', `${CLIENT}/sync?timeout=0`);
    await mira.call('PUT', `${CLIENT}/rooms/${roomId}/state/m.room.member/${noor.userId}`, {
      membership: 'ban',
    });

    for (const seen of await everythingFor(noor, body.next_batch)) {
      expect(seen).not.toContain('state-secret');
      expect(seen).not.toContain(roomId);
    }
  });

  test('shows whoever left the state up to then, and nothing of what came after', async () => {
    const { mira, jonas, roomId } = await setUp();
    await jonas.call('POST', `${CLIENT}/rooms/${roomId}/join`, {});
    const { body } = await jonas.call('GET', `${CLIENT}/sync?timeout=0`);
    await jonas.call('POST', `${CLIENT}/rooms/${roomId}/leave`, {});
    await mira.call('PUT', `${CLIENT}/rooms/${roomId}/state/x.secret/`, { v: 'later-secret' });

    const seen = await everythingFor(jonas, body.next_batch);

    expect(seen[0]).toContain('state-secret');
    for (const each of seen) expect(each).not.toContain('later-secret');
  });
});

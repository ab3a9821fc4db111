import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';
import { PRESENCE_MEMBERS_MAX } from '../../rooms/index.ts';
import { answer, V3 } from '../testing.ts';

describeEachDatabase('presence', (open) => {
  test('is told through groups of a hundred, not through one of a hundred and one', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const { body } = await mira.call('POST', `${V3}/createRoom`, { preset: 'public_chat' });
    const joinAs = async (localpart: string): Promise<TestDevice> => {
      const password = 'correct horse battery staple';
      await home.server.accounts.createUser({ localpart, password });
      const guest = await home.signIn(localpart);
      await guest.call('POST', `${V3}/rooms/${body.room_id}/join`, {});
      return guest;
    };
    const guests: TestDevice[] = [];
    while (guests.length < PRESENCE_MEMBERS_MAX - 1) {
      guests.push(await joinAs(`guest${guests.length}`));
    }
    const [guest] = guests;
    const look = () => guest?.call('GET', `${V3}/presence/${mira.userId}/status`);

    const amongAHundred = await look();
    await joinAs('one-too-many');
    const amongMore = await look();

    expect([amongAHundred, amongMore].map((reply) => reply && answer(reply))).toEqual([
      '200 ok',
      '403 M_FORBIDDEN',
    ]);
    const { presence } = (await guest?.call('GET', `${V3}/sync?timeout=0`))?.body ?? {};
    const told = presence?.events.map(({ sender }: { sender: string }) => sender) ?? [];
    expect(told).toEqual([guest?.userId]);
  });
});

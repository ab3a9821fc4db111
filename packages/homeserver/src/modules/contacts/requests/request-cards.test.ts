import { describe, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import { ask, join, requestsOf, send, setContact, startWith, V3 } from '../../../testing/people.ts';

describeEachDatabase('requests', (open) => {
  const setUp = () => startWith(open, ['mira', 'jonas', 'noor']);

  describe('what the receiver sees of the sender', () => {
    test('age, common groups and contacts, and what changed after it was sent', async () => {
      const { server, mira, jonas, noor } = await setUp();
      const profile = `${V3}/profile/${jonas.userId}`;
      await jonas.call('PUT', `${profile}/displayname`, { displayname: 'Jonas' });
      await setContact(mira, noor, { contact: true });
      await setContact(noor, jonas, { contact: true });
      const group = await noor.call('POST', `${V3}/createRoom`, {});
      const invite = { user_id: mira.userId };
      await noor.call('POST', `${V3}/rooms/${group.body.room_id}/invite`, invite);
      await join(mira, group.body.room_id);
      await noor.call('POST', `${V3}/rooms/${group.body.room_id}/invite`, {
        user_id: jonas.userId,
      });
      await join(jonas, group.body.room_id);
      await ask(jonas, mira);
      const [before] = (await requestsOf(mira)).requests;

      server.clock.advanceMs(60_000);
      await jonas.call('PUT', `${profile}/displayname`, { displayname: 'Mira’s bank' });
      await jonas.call('PUT', `${profile}/avatar_url`, { avatar_url: 'mxc://sotto.test/abc' });
      const [after] = (await requestsOf(mira)).requests;

      expect(before.card).toMatchObject({
        user_id: jonas.userId,
        contact: false,
        follows_you: false,
        mutual_groups: 1,
        mutual_contacts: 1,
      });
      expect(before.card.account_created_ts % 86_400_000).toBe(0);
      expect(before.card).not.toHaveProperty('name_changed_ts');
      expect(after.card.name_changed_ts).toBeGreaterThan(after.received_ts);
      // The first picture takes the place of none.
      expect(after.card).not.toHaveProperty('photo_changed_ts');
    });

    test('that a name was another when it was sent, also once it is that one again', async () => {
      const { server, mira, jonas } = await setUp();
      const profile = `${V3}/profile/${jonas.userId}`;
      const call = (displayname: string) =>
        jonas.call('PUT', `${profile}/displayname`, { displayname });
      const wear = (avatar_url: string) =>
        jonas.call('PUT', `${profile}/avatar_url`, { avatar_url });
      await call('Jonas');
      await wear('mxc://sotto.test/own');
      await ask(jonas, mira);

      server.clock.advanceMs(60_000);
      await call('Mira’s bank');
      await wear('mxc://sotto.test/bank');
      server.clock.advanceMs(60_000);
      await call('Jonas');
      await wear('mxc://sotto.test/own');
      const [request] = (await requestsOf(mira)).requests;

      const nowMs = server.clock.nowMs();
      expect(request.card).toMatchObject({ name_changed_ts: nowMs, photo_changed_ts: nowMs });
      expect(request.received_ts).toBeLessThan(nowMs);
    });

    test('a group one is asked into shows who asks, and none of its messages', async () => {
      const { mira, jonas, noor } = await setUp();
      const { body } = await jonas.call('POST', `${V3}/createRoom`, {
        name: 'Book club',
        invite: [mira.userId, noor.userId],
      });
      await send(jonas, body.room_id);

      const { requests } = await requestsOf(mira);

      expect(requests).toMatchObject([{ direct: false, sender: jonas.userId, messages: [] }]);
    });

    test('what somebody else writes there is no part of the request', async () => {
      const { mira, jonas, noor } = await setUp();
      const roomId = await ask(jonas, mira);
      await send(jonas, roomId, 'from the one who asks');
      await jonas.call('POST', `${V3}/rooms/${roomId}/invite`, { user_id: noor.userId });
      await join(noor, roomId);
      await send(noor, roomId, 'from a third');

      const { requests } = await requestsOf(mira);

      expect(
        requests[0].messages.map(({ content }: { content: { body: string } }) => content.body),
      ).toEqual(['from the one who asks']);
    });

    test('nothing, once the sender is gone', async () => {
      const { server, mira, jonas } = await setUp();
      await ask(jonas, mira);

      const auth = {
        type: 'm.login.password',
        identifier: { type: 'm.id.user', user: 'jonas' },
        password: 'correct horse battery staple',
      };
      const { status } = await jonas.call('POST', `${V3}/account/deactivate`, { auth });

      expect(status).toBe(200);
      expect(server.server.accounts).toBeDefined();
      expect((await requestsOf(mira)).requests).toEqual([]);
    });
  });

  describe('the list', () => {
    test('has each of many who ask at the same moment, once', async () => {
      const { server, mira } = await setUp();
      const guests: TestDevice[] = [];
      for (let index = 0; index < 60; index += 1) guests.push(await server.signUp(`guest${index}`));

      // Each twice, as a client does that got no answer.
      const rooms = await Promise.all([...guests, ...guests].map((guest) => ask(guest, mira)));

      const { requests, total } = await requestsOf(mira);
      const senders = requests.map(({ sender }: { sender: string }) => sender);
      expect([total, new Set(senders).size, new Set(rooms).size]).toEqual([60, 60, 60]);
    });

    test('has the newest hundred of many, and says how many there are', async () => {
      const { server, mira } = await setUp();
      const { createUser } = server.server.accounts;
      const password = 'correct horse battery staple';
      for (let index = 0; index < 101; index += 1) {
        await createUser({ localpart: `guest${index}`, password });
        const guest = await server.signIn(`guest${index}`);
        server.clock.advanceMs(1_000);
        await ask(guest, mira);
      }

      const { requests, total } = await requestsOf(mira);

      expect([requests.length, total]).toEqual([100, 101]);
      expect(requests[0].sender).toBe('@guest100:sotto.test');
      expect(requests.at(-1).sender).toBe('@guest1:sotto.test');
    });
  });
});

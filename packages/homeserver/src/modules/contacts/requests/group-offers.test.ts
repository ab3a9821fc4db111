import { describe, expect, test } from 'vitest';
import type { TestDevice } from '../../../testing/homeserver.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import {
  answerRequest,
  block,
  join,
  requestsOf,
  setAccountData,
  setContact,
  startWith,
  V3,
} from '../../../testing/people.ts';

describeEachDatabase('requests to join a group', (open) => {
  const setUp = () => startWith(open, ['mira', 'jonas', 'noor', 'lena', 'paul']);

  /** Each has the other as a contact. */
  async function befriend(one: TestDevice, other: TestDevice): Promise<void> {
    await setContact(one, other, { contact: true });
    await setContact(other, one, { contact: true });
  }

  /** A group of `jonas`'s with these members, into which mira is asked. */
  async function invitedTo(
    { mira, jonas }: { mira: TestDevice; jonas: TestDevice },
    members: readonly TestDevice[],
    state: object = {},
  ): Promise<string> {
    const { body } = await jonas.call('POST', `${V3}/createRoom`, {
      name: 'Book club',
      invite: members.map(({ userId }) => userId),
      ...state,
    });
    for (const member of members) await join(member, body.room_id);
    await jonas.call('POST', `${V3}/rooms/${body.room_id}/invite`, { user_id: mira.userId });
    return body.room_id;
  }

  test('say how many are there, and who of them both know each other', async () => {
    const { mira, jonas, noor, lena, paul } = await setUp();
    await befriend(mira, noor);
    await setContact(mira, lena, { contact: true });
    await setContact(lena, mira, { follows: true });
    await setContact(paul, mira, { contact: true });
    await invitedTo({ mira, jonas }, [noor, lena, paul]);

    const [request] = (await requestsOf(mira)).requests;

    // Lena only follows Mira, and Mira has not taken Paul up: neither learns of the other by this.
    expect(request.group).toEqual({
      member_count: 4,
      known_members: [noor.userId],
      history_visibility: 'shared',
    });
  });

  test('do not name who is only invited, has left, or asks themselves', async () => {
    const { mira, jonas, noor, lena, paul } = await setUp();
    for (const other of [jonas, noor, lena]) await befriend(mira, other);
    await setAccountData(mira, 'app.sotto.message_policy', { rules: { contact: 'request' } });
    const roomId = await invitedTo({ mira, jonas }, [noor, paul]);
    await jonas.call('POST', `${V3}/rooms/${roomId}/invite`, { user_id: lena.userId });
    await noor.call('POST', `${V3}/rooms/${roomId}/leave`, {});

    const [request] = (await requestsOf(mira)).requests;

    expect(request.group).toMatchObject({ member_count: 2, known_members: [] });
  });

  test.each(['the one asked', 'the member'])(
    'say nothing of a member %s has blocked',
    async (who) => {
      const { mira, jonas, noor, lena } = await setUp();
      await befriend(mira, noor);
      await befriend(mira, lena);
      await invitedTo({ mira, jonas }, [noor, lena]);
      const [by, of] = who === 'the member' ? [noor, mira] : [mira, noor];
      await block(by, of);

      const [request] = (await requestsOf(mira)).requests;

      expect(request.group).toMatchObject({ member_count: 3, known_members: [lena.userId] });
    },
  );

  test('say nothing of a member who is hidden', async () => {
    const { mira, jonas, noor, lena } = await setUp();
    await befriend(mira, noor);
    await befriend(mira, lena);
    await invitedTo({ mira, jonas }, [noor, lena]);
    await setAccountData(noor, 'app.sotto.discoverability', { mode: 'hidden' });

    const [request] = (await requestsOf(mira)).requests;

    expect(request.group).toMatchObject({ member_count: 3, known_members: [lena.userId] });
  });

  test('name at most twenty of many, and count all', async () => {
    const { server, mira, jonas } = await setUp();
    const password = 'correct horse battery staple';
    const members: TestDevice[] = [];
    for (let index = 0; index < 21; index += 1) {
      await server.server.accounts.createUser({ localpart: `guest${index}`, password });
      const guest = await server.signIn(`guest${index}`);
      await befriend(mira, guest);
      await befriend(jonas, guest);
      members.push(guest);
    }
    await invitedTo({ mira, jonas }, members);

    const [request] = (await requestsOf(mira)).requests;

    expect(request.group.member_count).toBe(22);
    expect(request.group.known_members).toHaveLength(20);
  });

  test('say what the group shows newcomers of the past', async () => {
    const { mira, jonas, noor } = await setUp();
    await invitedTo({ mira, jonas }, [noor], {
      initial_state: [
        { type: 'm.room.history_visibility', content: { history_visibility: 'joined' } },
      ],
    });

    const [request] = (await requestsOf(mira)).requests;

    expect(request.group.history_visibility).toBe('joined');
  });

  describe('are for the one asked alone', () => {
    test('others, also members, are shown nothing', async () => {
      const { mira, jonas, noor, lena } = await setUp();
      await befriend(mira, noor);
      await invitedTo({ mira, jonas }, [noor]);

      for (const other of [jonas, noor, lena]) {
        expect(await requestsOf(other)).toEqual({ requests: [], total: 0 });
      }
    });

    test('and only while it waits', async () => {
      const { mira, jonas, noor } = await setUp();
      const taken = await invitedTo({ mira, jonas }, [noor]);
      await jonas.call('POST', `${V3}/rooms/${taken}/kick`, { user_id: mira.userId });
      const deleted = await invitedTo({ mira, jonas }, [noor]);
      await answerRequest(mira, deleted, 'delete');

      expect((await requestsOf(mira)).requests).toEqual([]);
    });

    test('and never for a request of two', async () => {
      const { mira, jonas } = await setUp();
      await jonas.call('POST', `${V3}/createRoom`, { invite: [mira.userId], is_direct: true });

      const [request] = (await requestsOf(mira)).requests;

      expect(request.direct).toBe(true);
      expect(request).not.toHaveProperty('group');
    });
  });
});

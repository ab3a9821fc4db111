import { describe, expect, test, vi } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import { answer, startWithTwo, V3, watch } from '../testing.ts';

describeEachDatabase('ephemeral', (open) => {
  describe('typing', () => {
    const type = (by: TestDevice, roomId: string, body: object, as: string = by.userId) =>
      by.call('PUT', `${V3}/rooms/${roomId}/typing/${as}`, body);

    test('is told to the others in the room while it lasts', async () => {
      const { server, mira, jonas, roomId } = await startWithTwo(open);
      const miraSees = watch(mira, roomId);
      await miraSees();

      await type(jonas, roomId, { typing: true, timeout: 30_000 });
      const during = await miraSees();
      await type(jonas, roomId, { typing: false });
      const after = await miraSees();
      await type(jonas, roomId, { typing: true, timeout: 30_000 });
      server.clock.advanceMs(30_000);

      expect(during.typing).toEqual({ user_ids: [jonas.userId] });
      expect(after.typing).toEqual({ user_ids: [] });
      expect((await miraSees()).typing).toEqual({ user_ids: [] });
      expect((await miraSees()).typing).toBeUndefined();
    });

    test('wakes a sync that waits', async () => {
      const { mira, jonas, roomId } = await startWithTwo(open);
      const { body } = await mira.call('GET', `${V3}/sync`);
      await mira.call('GET', `${V3}/sync?timeout=0&since=${body.next_batch}`);

      const waiting = mira.call('GET', `${V3}/sync?timeout=20000&since=${body.next_batch}`);
      await type(jonas, roomId, { typing: true });

      const woken = (await waiting).body.rooms.join[roomId].ephemeral.events;
      expect(woken).toEqual([{ type: 'm.typing', content: { user_ids: [jonas.userId] } }]);
    });

    test('cannot be said by a stranger, nor of somebody else', async () => {
      const { mira, jonas, noor, roomId } = await startWithTwo(open);

      const replies = [
        await type(noor, roomId, { typing: true }),
        await type(jonas, roomId, { typing: true }, mira.userId),
        await type(jonas, `!${'x'.repeat(43)}`, { typing: true }),
        await type(jonas, roomId, { typing: 'yes' }),
        await type(jonas, roomId, { typing: true, timeout: 1.5 }),
      ];

      expect(replies.map(answer)).toEqual([
        '403 M_FORBIDDEN',
        '403 M_FORBIDDEN',
        '403 M_FORBIDDEN',
        '400 M_BAD_JSON',
        '400 M_BAD_JSON',
      ]);
      expect((await watch(mira, roomId)()).typing).toBeUndefined();
    });
  });

  describe('presence', () => {
    const pathOf = (userId: string) => `${V3}/presence/${userId}/status`;

    test('is told to those who share a room', async () => {
      const { mira, jonas, noor, roomId } = await startWithTwo(open);
      const [miraSees, noorSees] = [watch(mira, roomId), watch(noor, roomId)];
      await miraSees();
      await noorSees();

      await jonas.call('PUT', pathOf(jonas.userId), { presence: 'online', status_msg: 'at work' });

      const content = {
        presence: 'online',
        last_active_ago: 0,
        status_msg: 'at work',
        currently_active: true,
      };
      await vi.waitFor(async () => {
        const told = (await miraSees()).presence ?? [];
        expect(told).toContainEqual({ type: 'm.presence', sender: jonas.userId, content });
      });
      const noorWasTold = (await noorSees()).presence ?? [];
      expect(noorWasTold.map(({ sender }: { sender: string }) => sender)).not.toContain(
        jonas.userId,
      );
      expect((await mira.call('GET', pathOf(jonas.userId))).body).toEqual(content);
    });

    test('of a stranger, or of nobody, is refused alike', async () => {
      const { mira, noor } = await startWithTwo(open);

      const stranger = await noor.call('GET', pathOf(mira.userId));
      const nobody = await noor.call('GET', pathOf('@nobody:sotto.test'));

      expect(answer(stranger)).toBe('403 M_FORBIDDEN');
      expect(nobody.body).toEqual(stranger.body);
    });

    test('of somebody not heard of is offline', async () => {
      const { mira, jonas } = await startWithTwo(open);

      expect((await mira.call('GET', pathOf(jonas.userId))).body).toEqual({ presence: 'offline' });
      expect((await mira.call('GET', pathOf(mira.userId))).body).toEqual({ presence: 'offline' });
    });

    test('cannot be set for somebody else, nor to something else', async () => {
      const { mira, jonas } = await startWithTwo(open);
      const put = (userId: string, body: object) => jonas.call('PUT', pathOf(userId), body);
      const long = 'x'.repeat(512);

      const replies = [
        await put(mira.userId, { presence: 'offline' }),
        await put(jonas.userId, { presence: 'busy' }),
        await put(jonas.userId, {}),
        await put(jonas.userId, { presence: 'online', status_msg: `${long}x` }),
        await put(jonas.userId, { presence: 'online', status_msg: long }),
      ];

      expect(replies.map(answer)).toEqual([
        '403 M_FORBIDDEN',
        '400 M_BAD_JSON',
        '400 M_BAD_JSON',
        '400 M_BAD_JSON',
        '200 ok',
      ]);
    });
  });
});

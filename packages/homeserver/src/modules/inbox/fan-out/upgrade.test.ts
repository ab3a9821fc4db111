import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { join, send, startWith, V3 } from '../../../testing/people.ts';
import { upgradeFrom } from '../../../testing/upgrade.ts';

describeEachDatabase('an upgrade to filing later', (open) => {
  test('keeps every inbox as it is, and syncs go on where they were', async () => {
    const home = await startWith(open, ['mira', 'noor']);
    const { body } = await home.mira.call('POST', `${V3}/createRoom`, {
      invite: [home.noor.userId],
    });
    await join(home.noor, body.room_id);
    const { body: first } = await home.noor.call('GET', `${V3}/sync`);
    await send(home.mira, body.room_id);

    const { before, after, ...upgraded } = await upgradeFrom(home.server, '0017-inbox-fan-out');

    expect(before['inbox_entry']?.length).toBeGreaterThan(0);
    expect(after).toMatchObject({ ...before, inbox_fan_out: [] });
    const { body: next } = await upgraded
      .again(home.noor)
      .call('GET', `${V3}/sync?since=${first.next_batch}`);
    expect(next.rooms.join[body.room_id].timeline.events).toHaveLength(1);
  });
});

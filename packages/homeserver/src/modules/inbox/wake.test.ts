import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { createWake, WOKEN_AT_ONCE_MAX } from './wake.ts';

const mira = '@mira:sotto.test' as UserId;
const A_MINUTE_MS = 60_000;

test('what came while nobody waited ends the next wait at once', async () => {
  const wake = createWake();
  const listener = wake.listen(mira, 'PHONE');

  wake.notify([mira]);

  expect(await listener.wait(A_MINUTE_MS)).toBe('woken');
});

test('news that come while the server closes do not make a sync wait on', async () => {
  const wake = createWake();
  const listener = wake.listen(mira, 'PHONE');

  wake.close();
  wake.notify([mira]);

  expect(await listener.wait(A_MINUTE_MS)).toBe('timed_out');
});

test('a device that was signed out is told so, whatever else happens', async () => {
  const wake = createWake();
  const listener = wake.listen(mira, 'PHONE');

  wake.notify([mira]);
  wake.revoke(mira, 'PHONE');
  wake.notify([mira]);
  wake.close();

  expect(listener.isRevoked).toBe(true);
  expect(await listener.wait(A_MINUTE_MS)).toBe('revoked');
});

test('another device of the same person is not signed out with it', async () => {
  const wake = createWake();
  const listener = wake.listen(mira, 'LAPTOP');

  wake.revoke(mira, 'PHONE');
  wake.notify([mira]);

  expect(await listener.wait(A_MINUTE_MS)).toBe('woken');
});

test('a large group is woken in turns, and all of it', async () => {
  const wake = createWake();
  const members = Array.from(
    { length: 2 * WOKEN_AT_ONCE_MAX + 1 },
    (_, index) => `@member${index}:sotto.test` as UserId,
  );
  let woken = 0;
  const waits = members.map(async (member) => {
    await wake.listen(member, 'PHONE').wait(A_MINUTE_MS);
    woken += 1;
  });

  wake.notify(members);
  const atOnce = woken;
  await new Promise(setImmediate);
  const afterOneTurn = woken;
  await Promise.all(waits);

  expect([atOnce, afterOneTurn, woken]).toEqual([0, WOKEN_AT_ONCE_MAX, members.length]);
});

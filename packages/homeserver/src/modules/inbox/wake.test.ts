import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { createWake } from './wake.ts';

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

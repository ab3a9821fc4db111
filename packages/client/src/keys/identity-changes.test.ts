import { EventEmitter } from 'node:events';
import { CryptoEvent } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { createManualClock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import { expect, test, vi } from 'vitest';
import type { Matrix } from '../matrix/matrix.ts';
import { createMemoryStore } from '../platform/key-value-store.ts';
import { watchIdentityChanges } from './identity-changes.ts';

// SAFETY: only compared.
const MIRA = '@mira:sotto.test' as UserId;
const ME = '@jonas:sotto.test' as UserId;

/** A device that has met Mira; `replace` is what the SDK tells when her identity is another. */
function setUp() {
  const store = createMemoryStore();
  const clock = createManualClock();
  const client = new EventEmitter();
  let changed = false;
  const pin = vi.fn<() => Promise<void>>(async () => {
    changed = false;
  });
  const statusOf = () => ({ needsUserApproval: changed });
  const crypto = {
    pinCurrentUserIdentity: pin,
    getUserVerificationStatus: async () => statusOf(),
  };
  // SAFETY: nothing else of the SDK is asked for.
  const matrix = { client, crypto, userId: ME } as unknown as Matrix;
  const tell = (userId: UserId = MIRA): void => {
    client.emit(CryptoEvent.UserTrustStatusChanged, userId, statusOf());
  };
  return {
    store,
    pin,
    tell,
    replace: () => {
      changed = true;
      tell();
    },
    open: () => watchIdentityChanges(matrix, store, clock),
    // What ends the page takes its listeners along.
    reload: () => client.removeAllListeners(),
  };
}

test('a new device, which changes who may be trusted but not the identity, is not told', async () => {
  const { open, tell } = setUp();
  const changes = await open();

  tell();
  await changes.check([MIRA]);

  expect(changes.all.get()).toEqual([]);
});

test('a changed identity is told once, however often it is heard of, and kept over a reload', async () => {
  const { open, replace, tell, pin, reload } = setUp();
  const first = await open();

  replace();
  tell();
  await first.check([MIRA, MIRA]);
  await vi.waitFor(() => expect(pin).toHaveBeenCalledOnce());
  reload();
  const second = await open();
  await second.check([MIRA]);

  await vi.waitFor(() =>
    expect(first.all.get()).toEqual([{ userId: MIRA, noticedAtMs: 1_700_000_000_000 }]),
  );
  expect(second.all.get()).toHaveLength(1);
});

test('one that was told before the page ended, but not accepted, is not told again', async () => {
  const { open, replace, pin, reload } = setUp();
  pin.mockRejectedValueOnce(new Error('The page is gone.'));
  const first = await open();
  replace();
  await vi.waitFor(() => expect(pin).toHaveBeenCalledOnce());
  reload();

  const second = await open();
  await second.check([MIRA]);

  expect(first.all.get()).toHaveLength(1);
  expect(pin).toHaveBeenCalledTimes(2);
  expect(second.all.get()).toEqual([{ userId: MIRA, noticedAtMs: 1_700_000_000_000 }]);
});

test('an identity that changes a second time is told a second time', async () => {
  const { open, replace, pin } = setUp();
  const { all } = await open();

  replace();
  await vi.waitFor(() => expect(pin).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => expect(all.get()[0]).not.toHaveProperty('pending'));
  await new Promise(setImmediate);
  replace();
  await vi.waitFor(() => expect(pin).toHaveBeenCalledTimes(2));

  expect(all.get()).toHaveLength(2);
});

test('my own identity is none of it', async () => {
  const { open, replace, tell, pin } = setUp();
  const { all } = await open();

  replace();
  await vi.waitFor(() => expect(pin).toHaveBeenCalledOnce());
  tell(ME);

  expect(all.get()).toHaveLength(1);
});

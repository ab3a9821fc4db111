import { RustCrypto } from 'matrix-js-sdk/lib/rust-crypto/rust-crypto.js';
import { expect, test } from 'vitest';
import { createSubject } from '../observable.ts';
import { allowKeyBundles, deferKeyBundles, fetchDeferredKeyBundles } from './key-bundles.ts';

const ROOM = '!room:sotto.test';
const MIRA = '@mira:sotto.test';

/** A machine whose real asking only notes that it was asked. */
function setUp({ refusals = 0 } = {}) {
  const asked: string[] = [];
  let refusalsLeft = refusals;
  RustCrypto.prototype.maybeAcceptKeyBundle = async (roomId) => {
    asked.push(roomId);
    refusalsLeft -= 1;
    if (refusalsLeft >= 0) throw new TypeError('fetch failed');
    return true;
  };
  deferKeyBundles();
  deferKeyBundles();
  // SAFETY: nothing of the machine is used but the method under test.
  const machine = Object.create(RustCrypto.prototype) as RustCrypto;
  return { machine, asked, online: createSubject(false) };
}

test('a machine that is being made asks nothing of the server', async () => {
  const { machine, asked } = setUp();

  expect(await machine.maybeAcceptKeyBundle(ROOM, MIRA)).toBe(false);

  expect(asked).toEqual([]);
});

test('what was put off is asked for with the first connection, and once', async () => {
  const { machine, asked, online } = setUp();
  await machine.maybeAcceptKeyBundle(ROOM, MIRA);
  allowKeyBundles(machine);
  fetchDeferredKeyBundles(machine, online);
  const before = [...asked];

  for (const isOnline of [true, false, true]) {
    online.set(isOnline);
    await new Promise(setImmediate);
  }

  expect(before).toEqual([]);
  expect(asked).toEqual([ROOM]);
});

test('a request that fails is made again with the next connection', async () => {
  const { machine, asked, online } = setUp({ refusals: 1 });
  await machine.maybeAcceptKeyBundle(ROOM, MIRA);
  allowKeyBundles(machine);
  fetchDeferredKeyBundles(machine, online);

  for (const isOnline of [true, false, true]) {
    online.set(isOnline);
    await new Promise(setImmediate);
  }

  expect(asked).toEqual([ROOM, ROOM]);
});

test('a machine that is open asks at once', async () => {
  const { machine, asked } = setUp();
  allowKeyBundles(machine);

  expect(await machine.maybeAcceptKeyBundle(ROOM, MIRA)).toBe(true);

  expect(asked).toEqual([ROOM]);
});

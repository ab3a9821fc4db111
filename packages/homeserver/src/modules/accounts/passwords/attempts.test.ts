import { createManualClock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import { createAttempts, delayMsAfter, FORGET_MS, FREE_ATTEMPTS, networkOf } from './attempts.ts';

const MIRA = '@mira:sotto.test' as UserId;
const JONAS = '@jonas:sotto.test' as UserId;

function setUp() {
  const clock = createManualClock();
  const attempts = createAttempts(clock);
  const fail = (times: number, userId = MIRA, address = '192.0.2.1') => {
    for (let time = 0; time < times; time += 1) attempts.begin(userId, address);
  };
  return { clock, attempts, fail };
}

describe('wrong passwords', () => {
  test('the free ones may follow each other, the next one waits a second', () => {
    const { clock, attempts, fail } = setUp();

    fail(FREE_ATTEMPTS);

    expect(() => attempts.begin(MIRA, '192.0.2.1')).toThrow(
      expect.objectContaining({
        code: 'too_many_attempts',
        detail: { retry_after_ms: 1_000 },
      }),
    );
    clock.advanceMs(999);
    expect(() => attempts.begin(MIRA, '192.0.2.1')).toThrow('Too many wrong passwords');
    clock.advanceMs(1);
    expect(() => attempts.begin(MIRA, '192.0.2.1')).not.toThrow();
  });

  test.each([
    [1, 0],
    [FREE_ATTEMPTS - 1, 0],
    [FREE_ATTEMPTS, 1_000],
    [FREE_ATTEMPTS + 1, 2_000],
    [FREE_ATTEMPTS + 2, 4_000],
    [FREE_ATTEMPTS + 8, 256_000],
    [FREE_ATTEMPTS + 9, 300_000],
    [FREE_ATTEMPTS + 5_000, 300_000],
  ])('after %i the next one waits %i ms', (wrong, waitMs) => {
    expect(delayMsAfter(wrong)).toBe(waitMs);
  });

  test('a refused try does not make the wait longer', () => {
    const { clock, attempts, fail } = setUp();
    fail(FREE_ATTEMPTS);
    for (let time = 0; time < 50; time += 1) {
      expect(() => attempts.begin(MIRA, '192.0.2.1')).toThrow('Too many wrong passwords');
    }

    clock.advanceMs(1_000);

    expect(() => attempts.begin(MIRA, '192.0.2.1')).not.toThrow();
  });

  test('the right password clears the count', () => {
    const { attempts, fail } = setUp();
    fail(FREE_ATTEMPTS - 1);

    attempts.begin(MIRA, '192.0.2.1')();

    expect(() => fail(FREE_ATTEMPTS)).not.toThrow();
  });

  test('they are forgotten after an hour', () => {
    const { clock, fail } = setUp();
    fail(FREE_ATTEMPTS);

    clock.advanceMs(FORGET_MS);

    expect(() => fail(FREE_ATTEMPTS)).not.toThrow();
  });

  test('a stranger’s do not lock the owner out, and one account’s do not slow another', () => {
    const { attempts, fail } = setUp();

    fail(FREE_ATTEMPTS, MIRA, '192.0.2.66');

    expect(() => attempts.begin(MIRA, '192.0.2.1')).not.toThrow();
    expect(() => attempts.begin(JONAS, '192.0.2.66')).not.toThrow();
  });
});

describe('a network', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

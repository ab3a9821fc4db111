import { describe, expect, test } from 'vitest';
import { createManualClock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import { describeEachDatabase } from '../../../../testing/each-database.ts';
import { startHomeserver } from '../../../../testing/homeserver.ts';
import {
  createCodeGuesses,
  WINDOW_MS,
  WRONG_MAX,
  WRONG_PER_ACCOUNT_MAX,
  WRONG_PER_NETWORK_MAX,
} from './code-guesses.ts';
import { LINK_MS, LINKS_PER_NETWORK_MAX } from './device-link-rules.ts';
import { claim, startLink, watch } from './testing.ts';

const LIMITED = { status: 429, body: { errcode: 'M_LIMIT_EXCEEDED' } };
const GONE = { status: 404, body: { errcode: 'M_NOT_FOUND' } };

describeEachDatabase('guessing codes', (open) => {
  test('a thousand guesses in one moment are ten, and the right one then comes too late', async () => {
    const home = await startHomeserver(open);
    const guesser = await home.signUp('guesser');
    const mira = await home.signUp('mira');
    const { body: started } = await startLink(home);

    const guesses = Array.from({ length: 1_000 }, (_, index) =>
      claim(guesser, `${'2345'.charAt(index % 4)}ZZZZZZ${'6789'.charAt(index % 4)}`),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);

    expect(statuses.filter((status) => status === 404)).toHaveLength(WRONG_PER_ACCOUNT_MAX);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1_000 - WRONG_PER_ACCOUNT_MAX);
    expect(await claim(guesser, started.code)).toMatchObject({
      ...LIMITED,
      body: { ...LIMITED.body, retry_after_ms: WINDOW_MS },
    });
    expect(await watch(home, started)).toMatchObject({ body: { state: 'waiting' } });
    expect((await claim(mira, started.code)).status).toBe(200);
    home.clock.advanceMs(WINDOW_MS);
    expect(await claim(guesser, 'no code at all')).toMatchObject(GONE);
  });

  test('right codes do not count', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');

    for (let count = 0; count < WRONG_PER_ACCOUNT_MAX + 1; count += 1) {
      const { body: started } = await startLink(home);
      expect((await claim(mira, started.code)).status).toBe(200);
    }
  });

  test('one network shows only so many codes at a time; another one is not held up', async () => {
    const home = await startHomeserver(open);
    const here = '2001:db8:1:2::1';
    for (let count = 0; count < LINKS_PER_NETWORK_MAX; count += 1) {
      expect((await startLink(home, here)).status).toBe(200);
    }

    expect(await startLink(home, '2001:db8:1:2::ffff')).toMatchObject(LIMITED);
    expect((await startLink(home, '2001:db8:1:3::1')).status).toBe(200);
    home.clock.advanceMs(LINK_MS);
    expect((await startLink(home, here)).status).toBe(200);
  });
});

describe('wrong codes are counted', () => {
  // SAFETY: only compared.
  const userId = (index: number) => `@guesser${index}:sotto.test` as UserId;

  test('for a network, whatever the account', () => {
    const guesses = createCodeGuesses(createManualClock());
    for (let count = 0; count < WRONG_PER_NETWORK_MAX; count += 1) {
      guesses.begin(userId(count), '192.0.2.1');
    }

    expect(() => guesses.begin(userId(99), '192.0.2.1')).toThrow('Too many wrong codes');
    guesses.begin(userId(99), '192.0.2.2')();
  });

  test('for everybody, whatever the account and the network', () => {
    const guesses = createCodeGuesses(createManualClock());
    for (let count = 0; count < WRONG_MAX; count += 1) {
      guesses.begin(userId(count), `192.0.${count >> 8}.${count & 255}`);
    }

    expect(() => guesses.begin(userId(-1), '198.51.100.1')).toThrow('Too many wrong codes');
  });
});

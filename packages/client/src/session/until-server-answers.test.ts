import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSubject } from '../observable.ts';
import { RequestRefused } from './problems.ts';
import { untilServerAnswers } from './until-server-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that is down until `answer` is set. */
function setUp({ tries = 0 } = {}) {
  const network = { online: createSubject(false), visible: createSubject(true) };
  const giveUp = new AbortController();
  const refusal: Error = new TypeError('fetch failed');
  const server = { isUp: false, refusal, asked: 0 };
  const requests = {
    async send() {
      server.asked += 1;
      if (server.isUp) return {};
      throw server.refusal;
    },
  };
  const { signal } = giveUp;
  const answered = untilServerAnswers({ requests, network, tries, signal });
  return { network, server, giveUp, answered };
}

test('the server is looked for with growing pauses, until it answers', async () => {
  const { server, answered } = setUp();
  const looks: number[] = [];
  for (const passedMs of [1_999, 1, 4_000, 8_000, 15_999]) {
    await vi.advanceTimersByTimeAsync(passedMs);
    looks.push(server.asked);
  }
  server.isUp = true;
  await vi.advanceTimersByTimeAsync(1);

  expect(await answered).toBe(true);
  expect(looks).toEqual([0, 1, 2, 3, 3]);
});

test('a pause is never longer than a minute', async () => {
  const { server, answered } = setUp({ tries: 30 });
  server.isUp = true;

  await vi.advanceTimersByTimeAsync(60_000);

  expect(await answered).toBe(true);
});

test('the network coming back ends the pause', async () => {
  const { network, server, answered } = setUp({ tries: 30 });
  server.isUp = true;

  network.online.set(true);

  expect(await answered).toBe(true);
});

test('a server that refuses is there', async () => {
  const { server, answered } = setUp();
  server.refusal = new RequestRefused(404, {});

  await vi.advanceTimersByTimeAsync(2_000);

  expect(await answered).toBe(true);
});

test('nobody is told once nobody waits', async () => {
  const { server, giveUp, answered } = setUp();

  giveUp.abort();

  expect(await answered).toBe(false);
  expect(server.asked).toBe(0);
});

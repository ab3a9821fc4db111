import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { readToDevice, startWithToDevice } from '../testing/to-device-client.ts';
import { withDatabase } from '../testing/with-database.ts';
import { QUEUED_MAX, QUEUED_PER_SENDER_MAX } from './to-device-rules.ts';
import { toDeviceStore } from './to-device-store.ts';

describeEachDatabase('limits of messages to devices', (open) => {
  test('a flood from one sender is refused until the device has read, and others go on', async () => {
    const { server, mira, jonas, put, send, fill } = await startWithToDevice(open);
    const noor = await server.signUp('noor');
    await fill(jonas.userId, QUEUED_PER_SENDER_MAX, -QUEUED_PER_SENDER_MAX);

    const refused = await send('flood');
    const other = await put(noor, 't1', { [mira.userId]: { [mira.deviceId]: { txnId: 'noor' } } });
    const { next } = await readToDevice(mira);
    await readToDevice(mira, next);
    const retried = await send('flood');

    expect(refused).toMatchObject({
      status: 429,
      body: { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 60_000 },
    });
    expect(refused.headers['retry-after']).toBe('60');
    expect([other.status, retried.status]).toEqual([200, 200]);
  });

  test('strangers cannot push a conversation out of a full queue', async () => {
    const { server, mira, jonas, send, fill } = await startWithToDevice(open);
    const strangers = Array.from({ length: 11 }, (_, index) => `@s${index}:sotto.test` as UserId);
    await fill(jonas.userId, 1, -100_000);
    const share = (QUEUED_MAX - 1) / strangers.length;
    let seq = -90_000;
    for (const [index, stranger] of strangers.entries()) {
      const count = Math.floor(share) + (index < (QUEUED_MAX - 1) % strangers.length ? 1 : 0);
      await fill(stranger, count, seq);
      seq += count;
    }

    const reply = await send('key');
    const queued = await withDatabase(server.storage, ({ db }) =>
      toDeviceStore.countBySender(db, [mira]),
    );

    expect(reply.status).toBe(200);
    expect(queued.find(({ sender }) => sender === jonas.userId)?.queued).toBe(2);
    expect(queued.reduce((sum, { queued: count }) => sum + count, 0)).toBe(QUEUED_MAX);
  });

  test('a refused request leaves nothing behind, so it can be sent again', async () => {
    const { mira, jonas, put, send, fill } = await startWithToDevice(open);
    await fill(jonas.userId, QUEUED_PER_SENDER_MAX, -QUEUED_PER_SENDER_MAX);

    const refused = await put(jonas, 't1', {
      [jonas.userId]: { '*': { txnId: 't1' } },
      [mira.userId]: { '*': { txnId: 't1' } },
    });
    const own = await readToDevice(jonas);
    const { next } = await readToDevice(mira);
    await readToDevice(mira, next);
    await send('t1');
    const { txns } = await readToDevice(mira, next);

    expect(refused.status).toBe(429);
    expect(own.events).toEqual([]);
    expect(txns).toEqual(['t1']);
  });

  test('malformed messages are refused', async () => {
    const { jonas, put } = await startWithToDevice(open);
    const malformed: unknown[] = [
      undefined,
      [],
      { mira: { DEVICE: {} } },
      { '@mira:sotto.test': [] },
      { '@mira:sotto.test': { DEVICE: 'text' } },
      { '@mira:sotto.test': { DEVICE: [] } },
      { '@mira:sotto.test': { 'a\u0000b': {} } },
      { '@mira:sotto.test': { '': {} } },
    ];

    for (const messages of malformed) {
      const reply = await put(jonas, 't1', messages);
      expect([messages, reply.status, reply.body.errcode]).toEqual([messages, 400, 'M_BAD_JSON']);
    }
  });

  test('a message larger than any event is refused, and so is a request that is far too large', async () => {
    const { mira, send } = await startWithToDevice(open);

    const large = await send('t1', { text: 'x'.repeat(70_000) });
    const huge = await send('t2', { text: 'x'.repeat(2_100_000) });
    const { events } = await readToDevice(mira);

    for (const reply of [large, huge]) {
      expect(reply).toMatchObject({ status: 413, body: { errcode: 'M_TOO_LARGE' } });
    }
    expect(events).toEqual([]);
  });
});

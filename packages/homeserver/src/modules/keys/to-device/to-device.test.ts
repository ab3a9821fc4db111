import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';
import { CLIENT, withKeys, type KeyDevice } from '../testing/key-device.ts';
import { withDatabase } from '../testing/with-database.ts';
import { QUEUED_MAX, QUEUED_PER_SENDER_MAX } from './to-device-rules.ts';
import { toDeviceStore } from './to-device-store.ts';
import { TXN_REMEMBERED_MS } from './to-device.ts';

describeEachDatabase('messages to devices', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = withKeys(await server.signUp('mira'));
    const jonas = withKeys(await server.signUp('jonas'));
    const put = (by: TestDevice, txnId: string, messages: unknown, type = 'm.test') =>
      by.call('PUT', `${CLIENT}/sendToDevice/${type}/${txnId}`, { messages });
    const send = (txnId: string, content: object = { txnId }, to: TestDevice = mira) =>
      put(jonas, txnId, { [to.userId]: { [to.deviceId]: content } });
    /** As if somebody had sent this many messages long ago. */
    const fill = (sender: UserId, count: number, firstSeq: number) =>
      withDatabase(server.storage, (txn) =>
        toDeviceStore.insert(
          txn,
          Array.from({ length: count }, (_, index) => ({
            ...mira,
            seq: firstSeq + index,
            sender,
            event: { sender, type: 'm.old', content: {} },
          })),
        ),
      );
    return { server, mira, jonas, put, send, fill };
  }

  async function read(device: KeyDevice, since?: string) {
    const body = await device.sync(since);
    const events: { type: string; sender: string; content: Record<string, unknown> }[] =
      body.to_device?.events ?? [];
    return {
      next: body.next_batch as string,
      events,
      txns: events.map(({ content }) => content['txnId']),
    };
  }

  test('a message arrives as it was sent, with its true sender', async () => {
    const { mira, jonas, put } = await setUp();

    const reply = await put(jonas, 't1', {
      [mira.userId]: { [mira.deviceId]: { sender: '@forged:sotto.test', body: { deep: ['ü'] } } },
    });
    const { events } = await read(mira);

    expect([reply.status, reply.body]).toEqual([200, {}]);
    expect(events).toEqual([
      {
        sender: jonas.userId,
        type: 'm.test',
        content: { sender: '@forged:sotto.test', body: { deep: ['ü'] } },
      },
    ]);
  });

  test('messages arrive in the order they were sent', async () => {
    const { mira, send } = await setUp();

    for (const txnId of ['c', 'a', 'b']) await send(txnId);
    const { txns } = await read(mira);

    expect(txns).toEqual(['c', 'a', 'b']);
  });

  test('a message whose sync reply was lost comes again, and goes only when acknowledged', async () => {
    const { mira, send } = await setUp();
    const { next: start } = await read(mira);
    await send('key');

    const lost = await read(mira, start);
    const repeated = await read(mira, start);
    const later = await read(mira, repeated.next);
    const fromNothing = await read(mira);

    expect([lost.txns, repeated.txns, later.txns]).toEqual([['key'], ['key'], []]);
    expect(fromNothing.txns).toEqual([]);
  });

  test('acknowledging one message leaves those that came after it', async () => {
    const { mira, send } = await setUp();
    await send('first');
    const { next } = await read(mira);
    await send('second');

    await read(mira, next);
    const fromNothing = await read(mira);

    expect(fromNothing.txns).toEqual(['second']);
  });

  test('a token from before a restored backup, ahead of the log, acknowledges nothing unseen', async () => {
    const { mira, send } = await setUp();
    const { next } = await read(mira);
    await send('key');

    const { txns } = await read(mira, `s${Number(next.slice(1)) + 1_000}`);

    expect(txns).toEqual(['key']);
  });

  test('a hundred messages come at once, and no token passes one that was not handed out', async () => {
    const { mira, jonas, put } = await setUp();
    const { next: start } = await read(mira);
    const sent = Array.from({ length: 203 }, (_, index) => `k${index}`);
    for (const txnId of sent) {
      await put(jonas, txnId, { [mira.userId]: { [mira.deviceId]: { txnId } } });
    }

    const first = await read(mira, start);
    const second = await read(mira, first.next);
    const third = await read(mira, second.next);

    expect([first, second, third].map(({ txns }) => txns.length)).toEqual([100, 100, 3]);
    expect([first, second, third].flatMap(({ txns }) => txns)).toEqual(sent);
  });

  test("a person's devices each have their own queue", async () => {
    const { server, mira, jonas, put } = await setUp();
    const other = withKeys(await server.signIn('mira'));
    await put(jonas, 't1', {
      [mira.userId]: { [mira.deviceId]: { txnId: 'mine' }, [other.deviceId]: { txnId: 'other' } },
    });

    const first = await read(mira);
    await read(mira, first.next);
    const second = await read(other);

    expect([first.txns, second.txns]).toEqual([['mine'], ['other']]);
  });

  test('a star reaches every device, also those of the sender', async () => {
    const { server, mira, jonas, put } = await setUp();
    const other = withKeys(await server.signIn('mira'));

    await put(mira, 't1', {
      [mira.userId]: { '*': { txnId: 'all' } },
      [jonas.userId]: { '*': { txnId: 'all' } },
    });
    const reads = [await read(mira), await read(other), await read(jonas)];

    expect(reads.map(({ txns }) => txns)).toEqual([['all'], ['all'], ['all']]);
  });

  test('a repeated request sends once, whatever it says the second time', async () => {
    const { mira, send } = await setUp();

    const first = await send('t1', { txnId: 'said' });
    const again = await send('t1', { txnId: 'said' });
    const other = await send('t1', { txnId: 'something else' });
    const { txns } = await read(mira);

    expect([first, again, other].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(txns).toEqual(['said']);
  });

  test('a request repeated while the first is still under way sends once', async () => {
    const { mira, send } = await setUp();

    const replies = await Promise.all(Array.from({ length: 10 }, () => send('t1')));
    const { txns } = await read(mira);

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(txns).toEqual(['t1']);
  });

  test('a request repeated after the server restarted sends once', async () => {
    const { server, mira, jonas, send } = await setUp();
    await send('t1');
    await server.server.close();
    const restarted = await startHomeserver(async () => server.storage);

    const again = await restarted.call(
      'PUT',
      `${CLIENT}/sendToDevice/m.test/t1`,
      { messages: { [mira.userId]: { [mira.deviceId]: { txnId: 't1' } } } },
      jonas.accessToken,
    );
    const path = `${CLIENT}/sync?timeout=0`;
    const synced = await restarted.call('GET', path, undefined, mira.accessToken);

    expect(again.status).toBe(200);
    expect(synced.body.to_device.events).toHaveLength(1);
  });

  test('the same transaction id of another device, or for another type, is another request', async () => {
    const { server, mira, jonas, put } = await setUp();
    const other = withKeys(await server.signIn('jonas'));
    const messages = { [mira.userId]: { [mira.deviceId]: { txnId: 'x' } } };

    await put(jonas, 't1', messages);
    await put(other, 't1', messages);
    await put(jonas, 't1', messages, 'm.other');
    const { events } = await read(mira);

    expect(events.map(({ type }) => type)).toEqual(['m.test', 'm.test', 'm.other']);
  });

  test('transaction ids are remembered for a month', async () => {
    const { server, mira, send } = await setUp();
    await send('t1');
    server.clock.advanceMs(TXN_REMEMBERED_MS);
    await send('t2');
    await send('t1');
    const within = await read(mira);

    server.clock.advanceMs(1);
    await send('t3');
    await send('t1');
    const after = await read(mira, within.next);

    expect(within.txns).toEqual(['t1', 't2']);
    expect(after.txns).toEqual(['t3', 't1']);
  });

  test('messages to devices, people and servers nobody knows vanish without a word', async () => {
    const { mira, jonas, put } = await setUp();

    const reply = await put(jonas, 't1', {
      [mira.userId]: { NOSUCH: {}, constructor: {} },
      '@nobody:sotto.test': { '*': {} },
      '@far:elsewhere.test': { DEVICE: {} },
      '@\u0000': { DEVICE: {} },
    });
    const { events } = await read(mira);

    expect([reply.status, reply.body]).toEqual([200, {}]);
    expect(events).toEqual([]);
  });

  test('a flood from one sender is refused until the device has read, and others go on', async () => {
    const { server, mira, jonas, put, send, fill } = await setUp();
    const noor = await server.signUp('noor');
    await fill(jonas.userId, QUEUED_PER_SENDER_MAX, -QUEUED_PER_SENDER_MAX);

    const refused = await send('flood');
    const other = await put(noor, 't1', { [mira.userId]: { [mira.deviceId]: { txnId: 'noor' } } });
    const { next } = await read(mira);
    await read(mira, next);
    const retried = await send('flood');

    expect(refused).toMatchObject({
      status: 429,
      body: { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 60_000 },
    });
    expect(refused.headers['retry-after']).toBe('60');
    expect([other.status, retried.status]).toEqual([200, 200]);
  });

  test('strangers cannot push a conversation out of a full queue', async () => {
    const { server, mira, jonas, send, fill } = await setUp();
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
    const { mira, jonas, put, send, fill } = await setUp();
    await fill(jonas.userId, QUEUED_PER_SENDER_MAX, -QUEUED_PER_SENDER_MAX);

    const refused = await put(jonas, 't1', {
      [jonas.userId]: { '*': { txnId: 't1' } },
      [mira.userId]: { '*': { txnId: 't1' } },
    });
    const own = await read(jonas);
    const { next } = await read(mira);
    await read(mira, next);
    await send('t1');
    const { txns } = await read(mira, next);

    expect(refused.status).toBe(429);
    expect(own.events).toEqual([]);
    expect(txns).toEqual(['t1']);
  });

  test('malformed messages are refused', async () => {
    const { jonas, put } = await setUp();
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
    const { mira, send } = await setUp();

    const large = await send('t1', { text: 'x'.repeat(70_000) });
    const huge = await send('t2', { text: 'x'.repeat(2_100_000) });
    const { events } = await read(mira);

    for (const reply of [large, huge]) {
      expect(reply).toMatchObject({ status: 413, body: { errcode: 'M_TOO_LARGE' } });
    }
    expect(events).toEqual([]);
  });
});

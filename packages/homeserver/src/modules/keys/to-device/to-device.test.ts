import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, withKeys } from '../testing/key-device.ts';
import { readToDevice, startWithToDevice } from '../testing/to-device-client.ts';
import { TXN_REMEMBERED_MS } from './to-device.ts';

describeEachDatabase('messages to devices', (open) => {
  test('a message arrives as it was sent, with its true sender', async () => {
    const { mira, jonas, put } = await startWithToDevice(open);

    const reply = await put(jonas, 't1', {
      [mira.userId]: { [mira.deviceId]: { sender: '@forged:sotto.test', body: { deep: ['ü'] } } },
    });
    const { events } = await readToDevice(mira);

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
    const { mira, send } = await startWithToDevice(open);

    for (const txnId of ['c', 'a', 'b']) await send(txnId);
    const { txns } = await readToDevice(mira);

    expect(txns).toEqual(['c', 'a', 'b']);
  });

  test('a message whose sync reply was lost comes again, and goes only when acknowledged', async () => {
    const { mira, send } = await startWithToDevice(open);
    const first = await readToDevice(mira);
    // By now the server knows that nothing waits.
    const { next: start } = await readToDevice(mira, first.next);
    await send('key');

    const lost = await readToDevice(mira, start);
    const repeated = await readToDevice(mira, start);
    const later = await readToDevice(mira, repeated.next);
    const fromNothing = await readToDevice(mira);

    expect([lost.txns, repeated.txns, later.txns]).toEqual([['key'], ['key'], []]);
    expect(fromNothing.txns).toEqual([]);
  });

  test('acknowledging one message leaves those that came after it', async () => {
    const { mira, send } = await startWithToDevice(open);
    await send('first');
    const { next } = await readToDevice(mira);
    await send('second');

    await readToDevice(mira, next);
    const fromNothing = await readToDevice(mira);

    expect(fromNothing.txns).toEqual(['second']);
  });

  test('a token from before a restored backup, ahead of the log, acknowledges nothing unseen', async () => {
    const { mira, send } = await startWithToDevice(open);
    const { next } = await readToDevice(mira);
    await send('key');

    const { txns } = await readToDevice(mira, `s${Number(next.slice(1)) + 1_000}`);

    expect(txns).toEqual(['key']);
  });

  test('a hundred messages come at once, and no token passes one that was not handed out', async () => {
    const { mira, jonas, put } = await startWithToDevice(open);
    const { next: start } = await readToDevice(mira);
    const sent = Array.from({ length: 203 }, (_, index) => `k${index}`);
    for (const txnId of sent) {
      await put(jonas, txnId, { [mira.userId]: { [mira.deviceId]: { txnId } } });
    }

    const first = await readToDevice(mira, start);
    const second = await readToDevice(mira, first.next);
    const third = await readToDevice(mira, second.next);

    expect([first, second, third].map(({ txns }) => txns.length)).toEqual([100, 100, 3]);
    expect([first, second, third].flatMap(({ txns }) => txns)).toEqual(sent);
  });

  test("a person's devices each have their own queue", async () => {
    const { server, mira, jonas, put } = await startWithToDevice(open);
    const other = withKeys(await server.signIn('mira'));
    await put(jonas, 't1', {
      [mira.userId]: { [mira.deviceId]: { txnId: 'mine' }, [other.deviceId]: { txnId: 'other' } },
    });

    const first = await readToDevice(mira);
    await readToDevice(mira, first.next);
    const second = await readToDevice(other);

    expect([first.txns, second.txns]).toEqual([['mine'], ['other']]);
  });

  test('a star reaches every device, also those of the sender', async () => {
    const { server, mira, jonas, put } = await startWithToDevice(open);
    const other = withKeys(await server.signIn('mira'));

    await put(mira, 't1', {
      [mira.userId]: { '*': { txnId: 'all' } },
      [jonas.userId]: { '*': { txnId: 'all' } },
    });
    const reads = [await readToDevice(mira), await readToDevice(other), await readToDevice(jonas)];

    expect(reads.map(({ txns }) => txns)).toEqual([['all'], ['all'], ['all']]);
  });

  test('a repeated request sends once, whatever it says the second time', async () => {
    const { mira, send } = await startWithToDevice(open);

    const first = await send('t1', { txnId: 'said' });
    const again = await send('t1', { txnId: 'said' });
    const other = await send('t1', { txnId: 'something else' });
    const { txns } = await readToDevice(mira);

    expect([first, again, other].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(txns).toEqual(['said']);
  });

  test('a request repeated while the first is still under way sends once', async () => {
    const { mira, send } = await startWithToDevice(open);

    const replies = await Promise.all(Array.from({ length: 10 }, () => send('t1')));
    const { txns } = await readToDevice(mira);

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(txns).toEqual(['t1']);
  });

  test('a request repeated after the server restarted sends once', async () => {
    const { server, mira, jonas, send } = await startWithToDevice(open);
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
    const { server, mira, jonas, put } = await startWithToDevice(open);
    const other = withKeys(await server.signIn('jonas'));
    const messages = { [mira.userId]: { [mira.deviceId]: { txnId: 'x' } } };

    await put(jonas, 't1', messages);
    await put(other, 't1', messages);
    await put(jonas, 't1', messages, 'm.other');
    const { events } = await readToDevice(mira);

    expect(events.map(({ type }) => type)).toEqual(['m.test', 'm.test', 'm.other']);
  });

  test('transaction ids are remembered for a month', async () => {
    const { server, mira, send } = await startWithToDevice(open);
    await send('t1');
    server.clock.advanceMs(TXN_REMEMBERED_MS);
    await send('t2');
    await send('t1');
    const within = await readToDevice(mira);

    server.clock.advanceMs(1);
    await send('t3');
    await send('t1');
    const after = await readToDevice(mira, within.next);

    expect(within.txns).toEqual(['t1', 't2']);
    expect(after.txns).toEqual(['t3', 't1']);
  });

  test('messages to devices, people and servers nobody knows vanish without a word', async () => {
    const { mira, jonas, put } = await startWithToDevice(open);

    const reply = await put(jonas, 't1', {
      [mira.userId]: { NOSUCH: {}, constructor: {} },
      '@nobody:sotto.test': { '*': {} },
      '@far:elsewhere.test': { DEVICE: {} },
      '@\u0000': { DEVICE: {} },
    });
    const { events } = await readToDevice(mira);

    expect([reply.status, reply.body]).toEqual([200, {}]);
    expect(events).toEqual([]);
  });
});

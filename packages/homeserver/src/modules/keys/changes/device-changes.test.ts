import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { Db } from '../../../storage/index.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { withDatabase } from '../testing/with-database.ts';
import { CLIENT, shareRoom, withKeys, type KeyDevice } from '../testing/key-device.ts';
import { ENTRIES_MAX } from './device-changes.ts';

describeEachDatabase('what changed between two tokens', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = withKeys(await server.signUp('mira'));
    const jonas = withKeys(await server.signUp('jonas'));
    const noor = withKeys(await server.signUp('noor'));
    const roomId = await shareRoom(mira, jonas);
    const token = async (device: KeyDevice): Promise<string> => (await device.sync()).next_batch;
    const changes = (device: KeyDevice, from: string, to: string) =>
      device.call('GET', `${CLIENT}/keys/changes?from=${from}&to=${to}`);
    /** Ends the server, changes what it has written, and asks the next one, as `jonas`. */
    const changesAfter = async (write: (db: Db) => Promise<unknown>) => {
      await server.server.close();
      await withDatabase(server.storage, ({ db }) => write(db));
      const next = await startHomeserver(async () => server.storage);
      return (from: string, to: string) =>
        next.call(
          'GET',
          `${CLIENT}/keys/changes?from=${from}&to=${to}`,
          undefined,
          jonas.accessToken,
        );
    };
    return { mira, jonas, noor, roomId, token, changes, changesAfter };
  }

  test('people who share an encrypted room and changed their keys are listed', async () => {
    const { mira, jonas, noor, token, changes } = await setUp();
    const from = await token(jonas);
    await mira.upload({ device_keys: mira.deviceKeys });
    await noor.upload({ device_keys: noor.deviceKeys });
    const to = await token(jonas);

    const { status, body } = await changes(jonas, from, to);
    const later = await changes(jonas, to, to);

    expect([status, body]).toEqual([200, { changed: [mira.userId], left: [] }]);
    expect(later.body).toEqual({ changed: [], left: [] });
  });

  test('a change after the second token is not listed yet', async () => {
    const { mira, jonas, token, changes } = await setUp();
    const from = await token(jonas);
    await mira.upload({ device_keys: mira.deviceKeys });

    const { body } = await changes(jonas, from, from);

    expect(body).toEqual({ changed: [], left: [] });
  });

  test('who came into an encrypted room is listed, and who left the last one', async () => {
    const { mira, jonas, noor, roomId, token, changes } = await setUp();
    const from = await token(mira);
    await mira.call('POST', `${CLIENT}/rooms/${roomId}/invite`, { user_id: noor.userId });
    const invited = await token(mira);
    await jonas.call('POST', `${CLIENT}/rooms/${roomId}/leave`, {});
    const to = await token(mira);

    const came = await changes(mira, from, invited);
    const went = await changes(mira, invited, to);

    expect(came.body).toEqual({ changed: [noor.userId], left: [] });
    expect(went.body).toEqual({ changed: [], left: [jonas.userId] });
  });

  test('who left one encrypted room but still shares another has not left', async () => {
    const { mira, jonas, roomId, token, changes } = await setUp();
    await shareRoom(jonas, mira);
    const from = await token(mira);
    await jonas.call('POST', `${CLIENT}/rooms/${roomId}/leave`, {});
    const to = await token(mira);

    const { body } = await changes(mira, from, to);

    expect(body.left).toEqual([]);
  });

  test('a token older than the log reaches lists everyone: never an incomplete list', async () => {
    const { mira, jonas, token, changesAfter } = await setUp();
    const to = await token(jonas);
    const compacted = Number(to.slice(1));
    const changes = await changesAfter((db) =>
      db.updateTable('inbox').set({ compacted }).execute(),
    );

    const { body } = await changes('s0', to);
    const covered = await changes(to, to);

    expect(body).toEqual({ changed: [jonas.userId, mira.userId], left: [] });
    expect(covered.body).toEqual({ changed: [], left: [] });
  });

  test('a token from before a restored backup, which is ahead of the log, lists everyone', async () => {
    const { mira, jonas, token, changes } = await setUp();
    const to = await token(jonas);
    const ahead = `s${Number(to.slice(1)) + 1}`;

    const { body } = await changes(jonas, ahead, ahead);

    expect(body).toEqual({ changed: [jonas.userId, mira.userId], left: [] });
  });

  test('more news than are worth reading list everyone', async () => {
    const { mira, jonas, token, changesAfter } = await setUp();
    const from = await token(jonas);
    const seq = Number(from.slice(1));
    const head = seq + ENTRIES_MAX + 1;
    const changes = await changesAfter((db) => db.updateTable('inbox').set({ head }).execute());

    const atLimit = await changes(from, `s${seq + ENTRIES_MAX}`);
    const past = await changes(from, `s${head}`);

    expect(atLimit.body).toEqual({ changed: [], left: [] });
    expect(past.body).toEqual({ changed: [jonas.userId, mira.userId], left: [] });
  });

  test('what is no sync token is refused', async () => {
    const { jonas, token, changes } = await setUp();
    const good = await token(jonas);

    for (const text of ['', 't5', 's', 's-1', 's1.5', 's99999999999999999999', '5', 'sx']) {
      const replies = [await changes(jonas, text, good), await changes(jonas, good, text)];
      for (const reply of replies) {
        expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
      }
    }
  });
});

import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type Method, type TestDevice } from '../../../testing/homeserver.ts';
import { withDatabase } from '../testing/with-database.ts';
import { BACKUPS_MAX, KEYS_PER_USER_MAX } from './backup-rules.ts';

const ROOM_KEYS = '/_matrix/client/v3/room_keys';
const INFO = {
  algorithm: 'm.megolm_backup.v1.curve25519-aes-sha2',
  auth_data: { public_key: 'k1' },
};

function keyWith(changes: object = {}, text = 'secret') {
  return {
    first_message_index: 5,
    forwarded_count: 2,
    is_verified: false,
    session_data: { ciphertext: text },
    ...changes,
  };
}

describeEachDatabase('key backup', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = await server.signUp('mira');
    const jonas = await server.signUp('jonas');
    const call = (method: Method, path: string, body?: unknown, by: TestDevice = mira) =>
      by.call(method, `${ROOM_KEYS}${path}`, body);
    const create = async (by: TestDevice = mira) =>
      (await call('POST', '/version', INFO, by)).body.version as string;
    const put = (version: string, rooms: Record<string, Record<string, object>>) =>
      call('PUT', `/keys?version=${version}`, {
        rooms: Object.fromEntries(
          Object.entries(rooms).map(([roomId, sessions]) => [roomId, { sessions }]),
        ),
      });
    return { server, mira, jonas, call, create, put };
  }

  test('a backup is created, found, changed and deleted', async () => {
    const { call, create } = await setUp();
    const none = await call('GET', '/version');

    const version = await create();
    const current = await call('GET', '/version');
    const changed = await call('PUT', `/version/${version}`, {
      ...INFO,
      auth_data: { public_key: 'k1', signatures: {} },
      version,
    });
    const named = await call('GET', `/version/${version}`);
    const deleted = await call('DELETE', `/version/${version}`);
    const again = await call('DELETE', `/version/${version}`);
    const gone = [await call('GET', '/version'), await call('GET', `/version/${version}`)];

    expect(none).toMatchObject({ status: 404, body: { errcode: 'M_NOT_FOUND' } });
    expect(current.body).toEqual({ ...INFO, version, etag: '0', count: 0 });
    expect(changed).toMatchObject({ status: 200, body: {} });
    expect(named.body.auth_data).toEqual({ public_key: 'k1', signatures: {} });
    expect([deleted.status, again.status]).toEqual([200, 200]);
    expect(gone.map(({ status }) => status)).toEqual([404, 404]);
  });

  test('a version is never given out twice, not even after it was deleted', async () => {
    const { call, create } = await setUp();

    const first = await create();
    await call('DELETE', `/version/${first}`);
    const versions = await Promise.all(Array.from({ length: 8 }, () => create()));

    expect(new Set([first, ...versions]).size).toBe(9);
  });

  test('after the newest backup is deleted, the one before is in use again', async () => {
    const { call, create } = await setUp();
    const first = await create();
    const second = await create();

    const before = await call('GET', '/version');
    await call('DELETE', `/version/${second}`);
    const after = await call('GET', '/version');

    expect([before.body.version, after.body.version]).toEqual([second, first]);
  });

  test('a backup keeps its algorithm and its version', async () => {
    const { call, create } = await setUp();
    const version = await create();

    const otherAlgorithm = await call('PUT', `/version/${version}`, {
      ...INFO,
      algorithm: 'm.other',
    });
    const otherVersion = await call('PUT', `/version/${version}`, { ...INFO, version: '7' });
    const unknown = [
      await call('PUT', '/version/7', INFO),
      await call('PUT', '/version/x', INFO),
      await call('DELETE', '/version/7'),
      await call('GET', '/version/7'),
    ];

    for (const reply of [otherAlgorithm, otherVersion]) {
      expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
    }
    for (const reply of unknown) {
      expect(reply).toMatchObject({ status: 404, body: { errcode: 'M_NOT_FOUND' } });
    }
  });

  test('stored keys come back: one, those of a room, and all', async () => {
    const { call, create, put } = await setUp();
    const version = await create();
    const rooms = {
      '!a': { one: keyWith({}, 'a1'), two: keyWith({}, 'a2') },
      '!b:old.example': { 'x+/=': keyWith({ is_verified: true }, 'b1') },
    };

    const stored = await put(version, rooms);
    const all = await call('GET', `/keys?version=${version}`);
    const room = await call('GET', `/keys/!a?version=${version}`);
    const one = await call('GET', `/keys/!b:old.example/x%2B%2F=?version=${version}`);

    expect(stored).toMatchObject({ status: 200, body: { count: 3 } });
    expect(all.body).toEqual({
      rooms: {
        '!a': { sessions: rooms['!a'] },
        '!b:old.example': { sessions: rooms['!b:old.example'] },
      },
    });
    expect(all.headers['content-type']).toContain('application/json');
    expect(room.body).toEqual({ sessions: rooms['!a'] });
    expect(one.body).toEqual(rooms['!b:old.example']['x+/=']);
  });

  test('a large backup comes back whole', async () => {
    const { call, create, put } = await setUp();
    const version = await create();
    const sessions = Object.fromEntries(
      Array.from({ length: 700 }, (_, id) => [`s${id}`, keyWith({}, `${id}`)]),
    );

    await put(version, { '!a': sessions, '!c': { last: keyWith() } });
    await put(version, { '!b': sessions });
    const all = await call('GET', `/keys?version=${version}`);
    const room = await call('GET', `/keys/!b?version=${version}`);

    expect(all.body.rooms['!a'].sessions).toEqual(sessions);
    expect(all.body.rooms['!b'].sessions).toEqual(sessions);
    expect(Object.keys(all.body.rooms)).toEqual(['!a', '!b', '!c']);
    expect(room.body).toEqual({ sessions });
  });

  test('an empty backup has no rooms, an unknown room no sessions, an unknown session is not found', async () => {
    const { call, create } = await setUp();
    const version = await create();

    const all = await call('GET', `/keys?version=${version}`);
    const room = await call('GET', `/keys/!a?version=${version}`);
    const one = await call('GET', `/keys/!a/s?version=${version}`);
    const unknown = [
      await call('GET', '/keys?version=7'),
      await call('GET', '/keys/!a?version=7'),
      await call('GET', '/keys/!a/s?version=7'),
      await call('DELETE', '/keys?version=7'),
      await call('DELETE', '/keys/!a?version=7'),
      await call('DELETE', '/keys/!a/s?version=7'),
    ];

    expect([all.body, room.body]).toEqual([{ rooms: {} }, { sessions: {} }]);
    for (const reply of [one, ...unknown]) {
      expect(reply).toMatchObject({ status: 404, body: { errcode: 'M_NOT_FOUND' } });
    }
  });

  test('a better key takes the place of a worse one, and never the other way round', async () => {
    const { call, create } = await setUp();
    const version = await create();
    const path = `/keys/!a/s?version=${version}`;
    const uploads = [
      keyWith({}, 'first'),
      keyWith({ first_message_index: 6 }, 'reaches less far'),
      keyWith({ first_message_index: 3, forwarded_count: 9 }, 'reaches further'),
      keyWith({ first_message_index: 3, forwarded_count: 1 }, 'forwarded less'),
      keyWith({ is_verified: true, first_message_index: 9 }, 'verified'),
      keyWith({ first_message_index: 0, forwarded_count: 0 }, 'not verified'),
    ];

    const kept: string[] = [];
    for (const upload of uploads) {
      await call('PUT', path, upload);
      kept.push((await call('GET', path)).body.session_data.ciphertext);
    }

    expect(kept).toEqual([
      'first',
      'first',
      'reaches further',
      'forwarded less',
      'verified',
      'verified',
    ]);
  });

  test('the etag changes with every write, so that a client sees what another one did', async () => {
    const { call, create, put } = await setUp();
    const version = await create();
    const key = keyWith();
    const state = async () => (await call('GET', `/version/${version}`)).body.etag as string;

    const etags = [await state()];
    for (const write of [
      () => put(version, { '!a': { s1: key, s2: key }, '!b': { s3: key } }),
      () => call('PUT', `/keys/!a/s1?version=${version}`, keyWith({ is_verified: true })),
      () => call('PUT', `/keys/!b?version=${version}`, { sessions: { s4: key } }),
      () => call('DELETE', `/keys/!a/s1?version=${version}`),
      () => call('DELETE', `/keys/!b?version=${version}`),
      () => call('DELETE', `/keys?version=${version}`),
    ]) {
      const { body } = await write();
      expect(body.etag).toBe(await state());
      etags.push(body.etag);
    }

    expect(new Set(etags).size).toBe(etags.length);
  });

  test('an upload of what is there already changes nothing', async () => {
    const { create, put } = await setUp();
    const version = await create();
    const first = await put(version, { '!a': { s: keyWith() } });

    const again = await put(version, { '!a': { s: keyWith() } });
    const nothing = await put(version, {});

    expect([again.body, nothing.body]).toEqual([first.body, first.body]);
  });

  test('the count is what is stored, whoever writes at the same moment', async () => {
    const { call, create, put } = await setUp();
    const version = await create();

    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        put(version, { [`!r${index % 3}`]: { [`s${index % 5}`]: keyWith(), shared: keyWith() } }),
      ),
    );
    const { body } = await call('GET', `/version/${version}`);
    const all = await call('GET', `/keys?version=${version}`);

    const rooms: { sessions: object }[] = Object.values(all.body.rooms);
    expect(body.count).toBe(
      rooms.reduce((sum, { sessions }) => sum + Object.keys(sessions).length, 0),
    );
  });

  test('keys are removed one by one, by room, and all at once', async () => {
    const { call, create, put } = await setUp();
    const version = await create();
    const key = keyWith();
    await put(version, {
      '!a': { s1: key, s2: key },
      '!b': { s1: key, s2: key },
      '!c': { s1: key },
    });

    const one = await call('DELETE', `/keys/!a/s1?version=${version}`);
    const room = await call('DELETE', `/keys/!b?version=${version}`);
    const left = await call('GET', `/keys?version=${version}`);
    const all = await call('DELETE', `/keys?version=${version}`);
    const nothing = await call('DELETE', `/keys/!a/s1?version=${version}`);

    expect([one, room, all].map(({ body }) => body.count)).toEqual([4, 2, 0]);
    expect(left.body).toEqual({
      rooms: { '!a': { sessions: { s2: key } }, '!c': { sessions: { s1: key } } },
    });
    expect(nothing).toMatchObject({ status: 200, body: all.body });
  });

  test('keys go to the newest backup only, and the refusal names it', async () => {
    const { call, create } = await setUp();
    const without = await call('PUT', '/keys/!a/s?version=1', keyWith());
    const old = await create();
    const current = await create();

    const replies = [
      await call('PUT', `/keys/!a/s?version=${old}`, keyWith()),
      await call('PUT', `/keys/!a?version=${old}`, { sessions: { s: keyWith() } }),
      await call('PUT', `/keys?version=${old}`, { rooms: {} }),
      await call('PUT', '/keys?version=7', { rooms: {} }),
      await call('PUT', '/keys?version=x', { rooms: {} }),
    ];

    expect(without).toMatchObject({ status: 404, body: { errcode: 'M_NOT_FOUND' } });
    for (const reply of replies) {
      expect(reply).toMatchObject({
        status: 403,
        body: { errcode: 'M_WRONG_ROOM_KEYS_VERSION', current_version: current },
      });
    }
  });

  test("nobody reads or writes another person's backup", async () => {
    const { jonas, call, create, put } = await setUp();
    const version = await create();
    await put(version, { '!a': { s: keyWith() } });

    const replies = [
      await call('GET', `/version/${version}`, undefined, jonas),
      await call('GET', `/keys?version=${version}`, undefined, jonas),
      await call('GET', `/keys/!a/s?version=${version}`, undefined, jonas),
      await call('DELETE', `/keys?version=${version}`, undefined, jonas),
      await call('DELETE', `/version/${version}`, undefined, jonas),
      await call('PUT', `/version/${version}`, INFO, jonas),
      await call('PUT', `/keys/!a/s?version=${version}`, keyWith({ is_verified: true }), jonas),
    ];
    const own = await call('GET', `/keys?version=${version}`);

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]));
    expect(own.body).toEqual({ rooms: { '!a': { sessions: { s: keyWith() } } } });
  });

  test('a deleted backup gives nothing back, and its keys are removed from the database', async () => {
    const { server, call, create, put } = await setUp();
    const version = await create();
    await put(version, { '!a': { s: keyWith() } });

    await call('DELETE', `/version/${version}`);
    const read = await call('GET', `/keys?version=${version}`);

    expect(read.status).toBe(404);
    await expect.poll(() => countKeys(server)).toBe(0);
  });

  test('a removal that a stop of the server cut short is finished at the next start', async () => {
    const { server, create, put } = await setUp();
    const version = await create();
    await put(version, { '!a': { s: keyWith() } });
    await server.server.close();
    await withDatabase(server.storage, ({ db }) =>
      db.updateTable('key_backup').set({ deleted: 1 }).execute(),
    );

    const restarted = await startHomeserver(async () => server.storage);

    await expect.poll(() => countKeys(restarted)).toBe(0);
  });

  test('ten backups can be kept, and not one more', async () => {
    const { call, create } = await setUp();
    for (let backup = 1; backup < BACKUPS_MAX; backup += 1) await create();

    const last = await call('POST', '/version', INFO);
    const past = await call('POST', '/version', INFO);
    await call('DELETE', `/version/${last.body.version}`);
    const room = await call('POST', '/version', INFO);

    expect(last.status).toBe(200);
    expect(past).toMatchObject({ status: 413, body: { errcode: 'M_TOO_LARGE' } });
    expect(room.status).toBe(200);
  });

  test('an account can back up two hundred thousand keys, and not one more', async () => {
    const { server, create, put } = await setUp();
    await create();
    const version = await create();
    await withDatabase(server.storage, ({ db }) =>
      db
        .updateTable('key_backup')
        .set({ key_count: KEYS_PER_USER_MAX - 2 })
        .where('version', '=', 1)
        .execute(),
    );

    const atLimit = await put(version, { '!a': { s1: keyWith(), s2: keyWith() } });
    const past = await put(version, { '!a': { s3: keyWith() } });
    const better = await put(version, { '!a': { s1: keyWith({ is_verified: true }) } });

    expect(atLimit.status).toBe(200);
    expect(past).toMatchObject({ status: 413, body: { errcode: 'M_TOO_LARGE' } });
    expect(better.status).toBe(200);
  });

  test('malformed backups and keys are refused', async () => {
    const { call, create } = await setUp();
    const version = await create();
    const put = (path: string, body: unknown) => call('PUT', `${path}?version=${version}`, body);
    const replies = [
      await call('POST', '/version', { algorithm: 7, auth_data: {} }),
      await call('POST', '/version', { algorithm: 'm.a' }),
      await call('POST', '/version', { algorithm: 'm.a', auth_data: [] }),
      await put('/keys', { rooms: { noroom: { sessions: {} } } }),
      await put('/keys', { rooms: { '!a': {} } }),
      await put('/keys', { rooms: { '!a\u0000': { sessions: {} } } }),
      await put('/keys', '{"rooms":{"__proto__":{"sessions":{}}}}'),
      await put('/keys/!a', { sessions: { s: keyWith({ is_verified: 'yes' }) } }),
      await put('/keys/!a', { sessions: { 's\u0000': keyWith() } }),
      await put('/keys/!a/s', keyWith({ first_message_index: -1 })),
      await put('/keys/!a/s', keyWith({ first_message_index: 2 ** 53 })),
      await put('/keys/!a/s', keyWith({ forwarded_count: 0.5 })),
      await put('/keys/!a/s', keyWith({ session_data: 'text' })),
      await put('/keys/noroom/s', keyWith()),
      await put('/keys/!a/%00', keyWith()),
      await call('PUT', '/keys/!a/s', keyWith()),
      await call('GET', '/keys'),
    ];

    for (const [index, reply] of replies.entries()) {
      expect([index, reply.status, reply.body.errcode]).toEqual([
        index,
        400,
        expect.stringMatching(/^M_(BAD_JSON|INVALID_PARAM)$/),
      ]);
    }
  });
});

async function countKeys({ storage }: { storage: Parameters<typeof withDatabase>[0] }) {
  const rows = await withDatabase(storage, ({ db }) =>
    db.selectFrom('backup_key').select('id').execute(),
  );
  return rows.length;
}

import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { keyWith, MANY_SESSIONS, manyRooms, startWithBackups } from '../testing/backup-client.ts';
import { withDatabase } from '../testing/with-database.ts';
import { KEYS_PER_USER_MAX } from './backup-rules.ts';

describeEachDatabase('keys in a backup', (open) => {
  test('stored keys come back: one, those of a room, and all', async () => {
    const { call, create, put } = await startWithBackups(open);
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
    const { call, create, put } = await startWithBackups(open);
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
    const { call, create } = await startWithBackups(open);
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
    const { call, create } = await startWithBackups(open);
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
    const { call, create, put } = await startWithBackups(open);
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
    const { create, put } = await startWithBackups(open);
    const version = await create();
    const first = await put(version, { '!a': { s: keyWith() } });

    const again = await put(version, { '!a': { s: keyWith() } });
    const nothing = await put(version, {});

    expect([again.body, nothing.body]).toEqual([first.body, first.body]);
  });

  test('the count is what is stored, whoever writes at the same moment', async () => {
    const { call, create, put } = await startWithBackups(open);
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
    const { call, create, put } = await startWithBackups(open);
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

  test('all keys of a large backup are removed with one request', async () => {
    const { call, create, put } = await startWithBackups(open);
    const version = await create();
    for (const rooms of manyRooms()) await put(version, rooms);

    const before = await call('GET', `/version/${version}`);
    const removed = await call('DELETE', `/keys?version=${version}`);
    const left = await call('GET', `/keys?version=${version}`);

    expect([before.body.count, removed.body.count]).toEqual([MANY_SESSIONS, 0]);
    expect(left.body).toEqual({ rooms: {} });
  });

  test('keys go to the newest backup only, and the refusal names it', async () => {
    const { call, create } = await startWithBackups(open);
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

  test('an account can back up two hundred thousand keys, and not one more', async () => {
    const { server, create, put } = await startWithBackups(open);
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
    const { call, create } = await startWithBackups(open);
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

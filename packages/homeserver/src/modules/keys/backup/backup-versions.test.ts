import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import {
  BACKUP_INFO,
  countBackupKeys,
  keyWith,
  manyRooms,
  startWithBackups,
} from '../testing/backup-client.ts';
import { withDatabase } from '../testing/with-database.ts';
import { BACKUPS_MAX } from './backup-rules.ts';

describeEachDatabase('backups', (open) => {
  test('a backup is created, found, changed and deleted', async () => {
    const { call, create } = await startWithBackups(open);
    const none = await call('GET', '/version');

    const version = await create();
    const current = await call('GET', '/version');
    const changed = await call('PUT', `/version/${version}`, {
      ...BACKUP_INFO,
      auth_data: { public_key: 'k1', signatures: {} },
      version,
    });
    const named = await call('GET', `/version/${version}`);
    const deleted = await call('DELETE', `/version/${version}`);
    const again = await call('DELETE', `/version/${version}`);
    const gone = [await call('GET', '/version'), await call('GET', `/version/${version}`)];

    expect(none).toMatchObject({ status: 404, body: { errcode: 'M_NOT_FOUND' } });
    expect(current.body).toEqual({ ...BACKUP_INFO, version, etag: '0', count: 0 });
    expect(changed).toMatchObject({ status: 200, body: {} });
    expect(named.body.auth_data).toEqual({ public_key: 'k1', signatures: {} });
    expect([deleted.status, again.status]).toEqual([200, 200]);
    expect(gone.map(({ status }) => status)).toEqual([404, 404]);
  });

  test('a version is never given out twice, not even after it was deleted', async () => {
    const { call, create } = await startWithBackups(open);

    const first = await create();
    await call('DELETE', `/version/${first}`);
    const versions = await Promise.all(Array.from({ length: 8 }, () => create()));

    expect(new Set([first, ...versions]).size).toBe(9);
  });

  test('after the newest backup is deleted, the one before is in use again', async () => {
    const { call, create } = await startWithBackups(open);
    const first = await create();
    const second = await create();

    const before = await call('GET', '/version');
    await call('DELETE', `/version/${second}`);
    const after = await call('GET', '/version');

    expect([before.body.version, after.body.version]).toEqual([second, first]);
  });

  test('a backup keeps its algorithm and its version', async () => {
    const { call, create } = await startWithBackups(open);
    const version = await create();

    const otherAlgorithm = await call('PUT', `/version/${version}`, {
      ...BACKUP_INFO,
      algorithm: 'm.other',
    });
    const otherVersion = await call('PUT', `/version/${version}`, { ...BACKUP_INFO, version: '7' });
    const unknown = [
      await call('PUT', '/version/7', BACKUP_INFO),
      await call('PUT', '/version/x', BACKUP_INFO),
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

  test('a deleted backup gives nothing back, and its keys are removed from the database', async () => {
    const { server, call, create, put } = await startWithBackups(open);
    const version = await create();
    for (const rooms of manyRooms()) await put(version, rooms);

    await call('DELETE', `/version/${version}`);
    const read = await call('GET', `/keys?version=${version}`);

    expect(read.status).toBe(404);
    await expect.poll(() => countBackupKeys(server)).toBe(0);
  });

  test('a removal that a stop of the server cut short is finished at the next start', async () => {
    const { server, create, put } = await startWithBackups(open);
    const version = await create();
    await put(version, { '!a': { s: keyWith() } });
    await server.server.close();
    await withDatabase(server.storage, ({ db }) =>
      db.updateTable('key_backup').set({ deleted: 1 }).execute(),
    );

    const restarted = await startHomeserver(async () => server.storage);

    await expect.poll(() => countBackupKeys(restarted)).toBe(0);
  });

  test('ten backups can be kept, and not one more', async () => {
    const { call, create } = await startWithBackups(open);
    for (let backup = 1; backup < BACKUPS_MAX; backup += 1) await create();

    const last = await call('POST', '/version', BACKUP_INFO);
    const past = await call('POST', '/version', BACKUP_INFO);
    await call('DELETE', `/version/${last.body.version}`);
    const room = await call('POST', '/version', BACKUP_INFO);

    expect(last.status).toBe(200);
    expect(past).toMatchObject({ status: 413, body: { errcode: 'M_TOO_LARGE' } });
    expect(room.status).toBe(200);
  });

  test("nobody reads or writes another person's backup", async () => {
    const { jonas, call, create, put } = await startWithBackups(open);
    const version = await create();
    await put(version, { '!a': { s: keyWith() } });

    const replies = [
      await call('GET', `/version/${version}`, undefined, jonas),
      await call('GET', `/keys?version=${version}`, undefined, jonas),
      await call('GET', `/keys/!a/s?version=${version}`, undefined, jonas),
      await call('DELETE', `/keys?version=${version}`, undefined, jonas),
      await call('DELETE', `/version/${version}`, undefined, jonas),
      await call('PUT', `/version/${version}`, BACKUP_INFO, jonas),
      await call('PUT', `/keys/!a/s?version=${version}`, keyWith({ is_verified: true }), jonas),
    ];
    const own = await call('GET', `/keys?version=${version}`);

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]));
    expect(own.body).toEqual({ rooms: { '!a': { sessions: { s: keyWith() } } } });
  });
});

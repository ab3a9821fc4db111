import type { OpenStorage } from '../../../testing/each-database.ts';
import {
  startHomeserver,
  type Method,
  type TestDevice,
  type TestHomeserver,
} from '../../../testing/homeserver.ts';
import { withDatabase } from './with-database.ts';

const ROOM_KEYS = '/_matrix/client/v3/room_keys';

export const BACKUP_INFO = {
  algorithm: 'm.megolm_backup.v1.curve25519-aes-sha2',
  auth_data: { public_key: 'k1' },
};

/** A session's key as a client backs it up; `text` tells one from another. */
export function keyWith(changes: object = {}, text = 'secret') {
  return {
    first_message_index: 5,
    forwarded_count: 2,
    is_verified: false,
    session_data: { ciphertext: text },
    ...changes,
  };
}

/** So many sessions that they are removed in several pieces. */
export const MANY_SESSIONS = 2_500;

/** Sessions in rooms of at most a thousand, as many as one request may hold. */
export function manyRooms(): Record<string, Record<string, object>>[] {
  const ids = Array.from({ length: MANY_SESSIONS }, (_, id) => id);
  return [0, 1_000, 2_000].map((first) => ({
    [`!r${first}`]: Object.fromEntries(
      ids.slice(first, first + 1_000).map((id) => [`s${id}`, keyWith()]),
    ),
  }));
}

/** A homeserver, two people, and the calls a client makes for its backups. */
export async function startWithBackups(open: OpenStorage) {
  const server = await startHomeserver(open);
  const mira = await server.signUp('mira');
  const jonas = await server.signUp('jonas');
  /** By mira, unless somebody else is named. */
  const call = (method: Method, path: string, body?: unknown, by: TestDevice = mira) =>
    by.call(method, `${ROOM_KEYS}${path}`, body);
  const create = async (): Promise<string> =>
    (await call('POST', '/version', BACKUP_INFO)).body.version;
  const put = (version: string, rooms: Record<string, Record<string, object>>) =>
    call('PUT', `/keys?version=${version}`, {
      rooms: Object.fromEntries(
        Object.entries(rooms).map(([roomId, sessions]) => [roomId, { sessions }]),
      ),
    });
  return { server, jonas, call, create, put };
}

/** How many keys of backups are in the database, deleted or not. */
export async function countBackupKeys({ storage }: TestHomeserver): Promise<number> {
  const rows = await withDatabase(storage, ({ db }) =>
    db.selectFrom('backup_key').select('id').execute(),
  );
  return rows.length;
}

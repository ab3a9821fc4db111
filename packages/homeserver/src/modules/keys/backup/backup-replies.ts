import { Readable } from 'node:stream';
import type { BytesReply } from '../../../http/index.ts';
import type { BackupState } from './backup-keys.ts';
import type { BackupVersion } from './backup-version-store.ts';

export function versionReply({ version, algorithm, authData, etag, keyCount }: BackupVersion) {
  return {
    version: `${version}`,
    algorithm,
    auth_data: { ...authData },
    etag: `${etag}`,
    count: keyCount,
  };
}

export function stateReply({ etag, keyCount }: BackupState) {
  return { etag: `${etag}`, count: keyCount };
}

/** Sends JSON as it is read. */
export function jsonStream(pieces: AsyncIterable<string>): BytesReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    stream: Readable.from(pieces),
  };
}

import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import { QUIET_HOURS_TYPE, type QuietHours, type RoomId } from '@sotto/protocol';
import { ask, matrixPath, type Json } from '../../people/book/ask.ts';
import { writeAccountData } from '../../people/book/write-account-data.ts';
import { MARKED_UNREAD, READ_QUIETLY } from './quiet-marks.ts';

async function writeInRoom(client: MatrixClient, id: RoomId, type: string, body: Json) {
  const path = matrixPath('user', client.getSafeUserId(), 'rooms', id, 'account_data', type);
  await ask(client, { method: Method.Put, path, body });
}

export function setMarkedUnread(client: MatrixClient, id: RoomId, unread: boolean): Promise<void> {
  return writeInRoom(client, id, MARKED_UNREAD, { unread });
}

export function setReadQuietly(client: MatrixClient, id: RoomId, on: boolean): Promise<void> {
  return writeInRoom(client, id, READ_QUIETLY, { enabled: on });
}

export function setHours(client: MatrixClient, hours: QuietHours): Promise<void> {
  return writeAccountData(client, QUIET_HOURS_TYPE, hours);
}

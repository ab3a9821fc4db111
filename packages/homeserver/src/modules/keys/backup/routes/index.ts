import type { Route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { deleteRoomKeyBySessionIdRoute } from './delete-room-key-by-session-id.ts';
import { deleteRoomKeysByRoomIdRoute } from './delete-room-keys-by-room-id.ts';
import { deleteRoomKeysRoute } from './delete-room-keys.ts';
import { deleteRoomKeysVersionRoute } from './delete-room-keys-version.ts';
import { getRoomKeyBySessionIdRoute } from './get-room-key-by-session-id.ts';
import { getRoomKeysByRoomIdRoute } from './get-room-keys-by-room-id.ts';
import { getRoomKeysRoute } from './get-room-keys.ts';
import { getRoomKeysVersionCurrentRoute } from './get-room-keys-version-current.ts';
import { getRoomKeysVersionRoute } from './get-room-keys-version.ts';
import { postRoomKeysVersionRoute } from './post-room-keys-version.ts';
import { putRoomKeyBySessionIdRoute } from './put-room-key-by-session-id.ts';
import { putRoomKeysByRoomIdRoute } from './put-room-keys-by-room-id.ts';
import { putRoomKeysRoute } from './put-room-keys.ts';
import { putRoomKeysVersionRoute } from './put-room-keys-version.ts';

export function backupRoutes(keys: KeyService): Route[] {
  return [
    postRoomKeysVersionRoute(keys),
    getRoomKeysVersionCurrentRoute(keys),
    getRoomKeysVersionRoute(keys),
    putRoomKeysVersionRoute(keys),
    deleteRoomKeysVersionRoute(keys),
    putRoomKeysRoute(keys),
    getRoomKeysRoute(keys),
    deleteRoomKeysRoute(keys),
    putRoomKeysByRoomIdRoute(keys),
    getRoomKeysByRoomIdRoute(keys),
    deleteRoomKeysByRoomIdRoute(keys),
    putRoomKeyBySessionIdRoute(keys),
    getRoomKeyBySessionIdRoute(keys),
    deleteRoomKeyBySessionIdRoute(keys),
  ];
}

import {
  DecryptionSettings,
  DeviceId,
  DeviceLists,
  EncryptionSettings,
  initAsync,
  OlmMachine,
  RequestType,
  RoomId,
  TrustRequirement,
  UserId,
  type OutgoingRequest,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import type { TestDevice } from '../../../testing/homeserver.ts';
import type { FlakyNetwork } from './flaky-network.ts';
import { CLIENT } from './key-device.ts';

/** A device with the encryption that real clients use, and none of their patience. */
export interface CryptoClient {
  readonly device: TestDevice;
  /** The texts it read, in the order of arrival. */
  readonly read: readonly string[];
  /** Why it could not read something at the moment it arrived. */
  readonly failures: readonly string[];
  sync(): Promise<void>;
  send(room: Room, text: string): Promise<void>;
}

export interface Room {
  readonly roomId: string;
  readonly userIds: readonly string[];
}

interface RoomEvent {
  readonly type: string;
  readonly event_id: string;
}

/** So few that nearly every send shares a new room key. */
const MESSAGES_PER_ROOM_KEY = 2n;

export async function createCryptoClient(
  network: FlakyNetwork,
  device: TestDevice,
): Promise<CryptoClient> {
  await initAsync();
  const machine = await OlmMachine.initialize(
    new UserId(device.userId),
    new DeviceId(device.deviceId),
  );
  const read: string[] = [];
  const failures: string[] = [];
  const seen = new Set<string>();
  let since: string | null = null;
  let sends = 0;

  const call = (method: 'GET' | 'PUT' | 'POST', path: string, body?: string) =>
    network.request(device.accessToken, method, `${CLIENT}${path}`, body);
  const usersOf = ({ userIds }: Room) => userIds.map((userId) => new UserId(userId));

  async function carryOut(request: OutgoingRequest): Promise<void> {
    const reply = await answerTo(request);
    if (request.id === undefined) return;
    await machine.markRequestAsSent(request.id, request.type, JSON.stringify(reply));
  }

  async function answerTo(request: OutgoingRequest): Promise<unknown> {
    if (request.type === RequestType.KeysUpload) return call('POST', '/keys/upload', request.body);
    if (request.type === RequestType.KeysQuery) return call('POST', '/keys/query', request.body);
    if (request.type === RequestType.KeysClaim) return call('POST', '/keys/claim', request.body);
    if ('txn_id' in request && 'event_type' in request && request.type === RequestType.ToDevice) {
      const path = `/sendToDevice/${request.event_type}/${request.txn_id}`;
      return call('PUT', path, request.body);
    }
    throw new Error(`This client does not make requests of type ${request.type}.`);
  }

  async function carryOutAll(): Promise<void> {
    for (const request of await machine.outgoingRequests()) await carryOut(request);
  }

  async function decrypt(roomId: string, event: RoomEvent): Promise<void> {
    if (event.type !== 'm.room.encrypted' || seen.has(event.event_id)) return;
    seen.add(event.event_id);
    const settings = new DecryptionSettings(TrustRequirement.Untrusted);
    try {
      const plain = await machine.decryptRoomEvent(
        JSON.stringify({ ...event, room_id: roomId }),
        new RoomId(roomId),
        settings,
      );
      read.push(JSON.parse(plain.event).content.body);
    } catch (cause) {
      const reason = cause as { description?: string };
      failures.push(`${device.deviceId} could not read ${event.event_id}: ${reason.description}`);
    }
  }

  async function sync(): Promise<void> {
    const at = since === null ? '' : `&since=${since}`;
    const body = await call('GET', `/sync?timeout=0${at}`);
    const lists = body.device_lists ?? {};
    const people = (ids: string[] = []) => ids.map((userId) => new UserId(userId));
    await machine.receiveSyncChanges(
      JSON.stringify(body.to_device?.events ?? []),
      new DeviceLists(people(lists.changed), people(lists.left)),
      new Map(Object.entries<number>(body.device_one_time_keys_count)),
      new Set<string>(body.device_unused_fallback_key_types),
    );
    for (const [roomId, room] of Object.entries<{ timeline: { events: RoomEvent[] } }>(
      body.rooms?.join ?? {},
    )) {
      for (const event of room.timeline.events) await decrypt(roomId, event);
    }
    since = body.next_batch;
    await carryOutAll();
  }

  return {
    device,
    read,
    failures,
    sync,
    async send(room, text) {
      await machine.updateTrackedUsers(usersOf(room));
      await carryOutAll();
      const claim = await machine.getMissingSessions(usersOf(room));
      if (claim) await carryOut(claim);

      const settings = new EncryptionSettings();
      settings.rotationPeriodMessages = MESSAGES_PER_ROOM_KEY;
      const roomId = () => new RoomId(room.roomId);
      for (const share of await machine.shareRoomKey(roomId(), usersOf(room), settings)) {
        await carryOut(share);
      }
      const content = JSON.stringify({ msgtype: 'm.text', body: text });
      const encrypted = await machine.encryptRoomEvent(roomId(), 'm.room.message', content);
      sends += 1;
      await call('PUT', `/rooms/${room.roomId}/send/m.room.encrypted/${sends}`, encrypted);
    },
  };
}

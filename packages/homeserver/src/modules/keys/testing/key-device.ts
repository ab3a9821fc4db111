import type { JsonObject } from '@sotto/protocol';
import type { Reply, TestDevice } from '../../../testing/homeserver.ts';
import { createKeyPair, randomKey, type KeyPair } from './key-pair.ts';

export const CLIENT = '/_matrix/client/v3';

/** A signed-in device with keys, speaking raw HTTP as a client would. */
export interface KeyDevice extends TestDevice {
  readonly signing: KeyPair;
  readonly deviceKeys: JsonObject;
  /** Signs with the device's own key. */
  sign(object: JsonObject): JsonObject;
  /** A signed one-time key with this public key, or a new one. */
  signedKey(key?: string, more?: JsonObject): JsonObject;
  upload(body: object | string): Promise<Reply>;
  /** Uploads one-time keys with these ids, all new. */
  uploadKeys(...ids: string[]): Promise<Reply>;
  query(...userIds: string[]): Promise<Reply['body']>;
  /** Claims a key of each device; gives its name, or null where there was none. */
  claim(...devices: TestDevice[]): Promise<(string | null)[]>;
  sync(since?: string): Promise<Reply['body']>;
}

/** Gives a device its keys. Nothing is uploaded yet. */
export function withKeys(device: TestDevice): KeyDevice {
  const { userId, deviceId } = device;
  const signing = createKeyPair();
  const sign = (object: JsonObject) => signing.sign(object, { userId, name: deviceId });
  const signedKey = (key = randomKey(), more: JsonObject = {}) => sign({ key, ...more });
  const upload = (body: object | string) => device.call('POST', `${CLIENT}/keys/upload`, body);

  return {
    ...device,
    signing,
    sign,
    signedKey,
    upload,
    deviceKeys: sign({
      user_id: userId,
      device_id: deviceId,
      algorithms: ['m.olm.v1.curve25519-aes-sha2', 'm.megolm.v1.aes-sha2'],
      keys: {
        [`curve25519:${deviceId}`]: randomKey(),
        [`ed25519:${deviceId}`]: signing.publicKey,
      },
    }),
    uploadKeys: (...ids) =>
      upload({
        one_time_keys: Object.fromEntries(
          ids.map((id) => [`signed_curve25519:${id}`, signedKey()]),
        ),
      }),
    async query(...userIds) {
      const { body } = await device.call('POST', `${CLIENT}/keys/query`, {
        device_keys: Object.fromEntries(userIds.map((userId) => [userId, []])),
      });
      return body;
    },
    async claim(...devices) {
      const wanted: Record<string, Record<string, string>> = {};
      for (const { userId, deviceId } of devices) {
        wanted[userId] = { ...wanted[userId], [deviceId]: 'signed_curve25519' };
      }
      const { body } = await device.call('POST', `${CLIENT}/keys/claim`, { one_time_keys: wanted });
      return devices.map(({ userId, deviceId }) => {
        const keys = body.one_time_keys[userId]?.[deviceId];
        return keys ? (Object.keys(keys)[0] ?? null) : null;
      });
    },
    async sync(since) {
      const at = since === undefined ? '' : `&since=${since}`;
      const { body } = await device.call('GET', `${CLIENT}/sync?timeout=0${at}`);
      return body;
    },
  };
}

/** Makes two people share an encrypted room; gives its id. */
export async function shareRoom(mira: TestDevice, jonas: TestDevice): Promise<string> {
  const created = await mira.call('POST', `${CLIENT}/createRoom`, {
    preset: 'trusted_private_chat',
    invite: [jonas.userId],
    initial_state: [
      { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } },
    ],
  });
  const roomId: string = created.body.room_id;
  await jonas.call('POST', `${CLIENT}/rooms/${roomId}/join`, {});
  return roomId;
}

import type { JsonObject } from '@sotto/protocol';
import type { Reply } from '../../../testing/homeserver.ts';
import { CLIENT, type KeyDevice } from './key-device.ts';
import { createKeyPair, type KeyPair } from './key-pair.ts';

/** A person's cross-signing keys, as a client would have them. */
export interface Identity {
  readonly master: KeyPair;
  readonly selfSigning: KeyPair;
  readonly userSigning: KeyPair;
  readonly masterKey: JsonObject;
  readonly selfSigningKey: JsonObject;
  readonly userSigningKey: JsonObject;
  /** Uploads all three, from the given device. */
  upload(from: KeyDevice, more?: object): Promise<Reply>;
  /** A copy of the object, signed with one of the keys. */
  sign(object: JsonObject, by: KeyPair): JsonObject;
}

/** Makes an identity for the person behind this device. Nothing is uploaded yet. */
export function createIdentity(device: KeyDevice, master: KeyPair = createKeyPair()): Identity {
  const { userId } = device;
  const selfSigning = createKeyPair();
  const userSigning = createKeyPair();
  const sign = (object: JsonObject, by: KeyPair) => by.sign(object, { userId, name: by.publicKey });
  const keyOf = ({ publicKey }: KeyPair, usage: string): JsonObject => ({
    user_id: userId,
    usage: [usage],
    keys: { [`ed25519:${publicKey}`]: publicKey },
  });
  const masterKey = keyOf(master, 'master');
  const selfSigningKey = sign(keyOf(selfSigning, 'self_signing'), master);
  const userSigningKey = sign(keyOf(userSigning, 'user_signing'), master);

  return {
    master,
    selfSigning,
    userSigning,
    masterKey,
    selfSigningKey,
    userSigningKey,
    sign,
    upload: (from, more = {}) =>
      from.call('POST', `${CLIENT}/keys/device_signing/upload`, {
        master_key: masterKey,
        self_signing_key: selfSigningKey,
        user_signing_key: userSigningKey,
        ...more,
      }),
  };
}

import { Type, type Static } from 'typebox';
import type { DeviceId, UserId } from '../../ids.ts';

/** A device id as a field's name. Control characters and half surrogates cannot be stored as text. */
export const deviceIdPattern = '^[^\\u0000-\\u001f\\ud800-\\udfff]{1,255}$';

/** A 32-byte key as unpadded base64. */
const publicKeySchema = Type.String({ pattern: '^[A-Za-z0-9+/]{43}$' });

/** Who signed, with which of their keys, and the signature. */
const signaturesSchema = Type.Record(
  Type.String({ pattern: '^@' }),
  Type.Record(Type.String(), Type.String({ maxLength: 255 }), { maxProperties: 50 }),
  { maxProperties: 50, additionalProperties: false },
);

/**
 * The long-lived public keys of one device, signed by that device. Fields nobody describes here are
 * part of what is signed, so they are kept.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#device-keys
 */
export const deviceKeysSchema = Type.Object({
  user_id: Type.Unsafe<UserId>({ type: 'string', maxLength: 255 }),
  device_id: Type.Unsafe<DeviceId>({ type: 'string', maxLength: 255 }),
  algorithms: Type.Array(Type.String({ maxLength: 255 }), { maxItems: 20 }),
  keys: Type.Record(Type.String(), Type.String({ maxLength: 4096 }), { maxProperties: 20 }),
  signatures: signaturesSchema,
});
export type DeviceKeys = Static<typeof deviceKeysSchema>;

/** A public key that is signed by the device it belongs to. */
const signedKeySchema = Type.Object({
  key: publicKeySchema,
  signatures: signaturesSchema,
  fallback: Type.Optional(Type.Boolean()),
});

/** One-time or fallback keys by `algorithm:id`. */
export const oneTimeKeysSchema = Type.Record(
  Type.String({ pattern: '^[a-z0-9_.]{1,64}:[!-~]{1,128}$' }),
  Type.Union([publicKeySchema, signedKeySchema]),
  { maxProperties: 200, additionalProperties: false },
);
export type OneTimeKey = Static<typeof oneTimeKeysSchema>[string];

/**
 * A master, self-signing or user-signing key.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#cross-signing
 */
export const crossSigningKeySchema = Type.Object({
  user_id: Type.Unsafe<UserId>({ type: 'string', maxLength: 255 }),
  usage: Type.Array(Type.String({ maxLength: 255 }), { minItems: 1, maxItems: 10 }),
  keys: Type.Record(Type.String(), publicKeySchema, { minProperties: 1, maxProperties: 1 }),
  signatures: Type.Optional(signaturesSchema),
});
export type CrossSigningKey = Static<typeof crossSigningKeySchema>;

/** Servers that could not be asked. */
export const failuresSchema = Type.Record(Type.String(), Type.Unsafe<object>({ type: 'object' }));

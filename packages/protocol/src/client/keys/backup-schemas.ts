import { Type, type Static } from 'typebox';
import { jsonObjectSchema } from '../schemas.ts';

// Control characters and half surrogates cannot be stored as text.
const ROOM_ID = '^![^\\u0000-\\u001f\\ud800-\\udfff]{1,254}$';
const SESSION_ID = '^[!-~]{1,255}$';

const countSchema = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/**
 * One encrypted session key, and what decides between two of them.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#server-side-key-backups
 */
export const sessionBackupSchema = Type.Object({
  first_message_index: countSchema,
  forwarded_count: countSchema,
  is_verified: Type.Boolean(),
  session_data: jsonObjectSchema,
});
export type SessionBackup = Static<typeof sessionBackupSchema>;

export const roomBackupSchema = Type.Object({
  sessions: Type.Record(Type.String({ pattern: SESSION_ID }), sessionBackupSchema, {
    maxProperties: 1_000,
    additionalProperties: false,
  }),
});

export const roomBackupsSchema = Type.Object({
  rooms: Type.Record(Type.String({ pattern: ROOM_ID }), roomBackupSchema, {
    maxProperties: 1_000,
    additionalProperties: false,
  }),
});

/** How a backup is encrypted. Only clients understand `auth_data`. */
export const backupInfoSchema = Type.Object({
  algorithm: Type.String({ minLength: 1, maxLength: 255 }),
  auth_data: jsonObjectSchema,
});

export const backupVersionSchema = Type.Object({
  algorithm: Type.String(),
  auth_data: jsonObjectSchema,
  count: Type.Integer(),
  etag: Type.String(),
  version: Type.String(),
});

/** What a write leaves behind. */
export const backupStateSchema = Type.Object({ etag: Type.String(), count: Type.Integer() });

export const versionParamsSchema = Type.Object({ version: Type.String({ maxLength: 255 }) });
export const versionQuerySchema = Type.Object({ version: Type.String({ maxLength: 255 }) });

export const roomParamsSchema = Type.Object({
  roomId: Type.String({ pattern: ROOM_ID }),
});

export const sessionParamsSchema = Type.Object({
  roomId: Type.String({ pattern: ROOM_ID }),
  sessionId: Type.String({ pattern: SESSION_ID }),
});

/** Clients back up a hundred sessions at once, at about 1 KiB each. */
export const BACKUP_BODY_BYTES_MAX = 2_097_152;

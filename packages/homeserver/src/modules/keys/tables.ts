import type { DeviceId, UserId } from '@sotto/protocol';
import type { Generated } from 'kysely';

export interface KeyTables {
  /** The long-lived public keys of a device. */
  device_key: {
    user_id: UserId;
    device_id: DeviceId;
    /** As uploaded, with the device's own signature only. */
    body: string;
  };
  one_time_key: {
    /** The order of upload. */
    id: Generated<number>;
    user_id: UserId;
    device_id: DeviceId;
    algorithm: string;
    key_id: string;
    /** JSON: an object, or a string for unsigned keys. */
    body: string;
    /** 1 once given out. The row stays for a while, so that its id is never offered again. */
    claimed: number;
  };
  fallback_key: {
    user_id: UserId;
    device_id: DeviceId;
    algorithm: string;
    key_id: string;
    body: string;
    used: number;
  };
  cross_signing_key: {
    user_id: UserId;
    usage: CrossSigningUsage;
    public_key: string;
    /** As uploaded; of its signatures only the master key's. */
    body: string;
    /** When this key took the place of another; null if it is the first. */
    replaced_ms: number | null;
  };
  /** Signatures that came after the key they stand on. All of them were checked. */
  key_signature: {
    target_user_id: UserId;
    /** A device id, or the public key of a master key. */
    target_key: string;
    signer_user_id: UserId;
    /** With its algorithm: `ed25519:…`. */
    signer_key_id: string;
    signature: string;
  };
  /** Messages that wait for a device. */
  to_device: {
    user_id: UserId;
    device_id: DeviceId;
    /** The message's place in the user's inbox. */
    seq: number;
    sender: UserId;
    /** The whole event as JSON. */
    event: string;
  };
  /** What makes a repeated sendToDevice the same one. */
  to_device_txn: {
    user_id: UserId;
    device_id: DeviceId;
    /** Of the event type and the transaction id. */
    txn_hash: string;
    sent_ms: number;
  };
  key_backup: {
    user_id: UserId;
    version: number;
    algorithm: string;
    auth_data: string;
    etag: number;
    key_count: number;
    /** 1 once deleted. The number is never given out again, and deleting it again succeeds. */
    deleted: number;
  };
  backup_key: {
    id: Generated<number>;
    user_id: UserId;
    version: number;
    room_id: string;
    session_id: string;
    first_message_index: number;
    forwarded_count: number;
    is_verified: number;
    session_data: string;
  };
}

export type CrossSigningUsage = 'master' | 'self_signing' | 'user_signing';

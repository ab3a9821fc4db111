import type { DeviceId, JsonObject, UserId } from '@sotto/protocol';
import { refuse } from '../errors.ts';

/** Messages by person and device, as on the wire. `*` stands for all of a person's devices. */
export type Messages = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

export interface ToDeviceMessage {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly content: JsonObject;
}

/** Clients address 250 devices at once; this bounds what one request can write. */
export const RECIPIENTS_MAX = 1_000;
/** As large as any Matrix event may be. */
export const CONTENT_BYTES_MAX = 65_536;

/**
 * How much one person may have waiting for one device. A conversation leaves a few messages a week
 * behind a device that is away, so this is a flood: the sender is refused until the device has read.
 */
export const QUEUED_PER_SENDER_MAX = 2_000;
/**
 * How much may wait for one device in all. A device that was abandoned must not stop anybody from
 * talking to its owner, so from here on the oldest message of whoever has most waiting makes room:
 * no number of strangers can push out the keys of a conversation.
 */
export const QUEUED_MAX = 20_000;

export interface KnownDevice {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
}

/**
 * Who gets what. Devices nobody knows are left out without a word, as on the wire. A message to a
 * named device stands before one to all.
 */
export function addressMessages(
  messages: Messages,
  devices: readonly KnownDevice[],
): ToDeviceMessage[] {
  const addressed = devices.flatMap(({ userId, deviceId }) => {
    const byDevice = new Map(Object.entries(messages[userId] ?? {}));
    const content = byDevice.get(deviceId) ?? byDevice.get('*');
    return content ? [{ userId, deviceId, content }] : [];
  });
  if (addressed.length > RECIPIENTS_MAX) {
    throw refuse('too_many_recipients', 'Send to fewer devices at once.');
  }
  return addressed;
}

/** Throws a refusal if a request names more devices, or says more to one, than is allowed. */
export function checkMessages(messages: Messages): void {
  const contents = Object.values(messages).flatMap((byDevice) => Object.values(byDevice));
  if (contents.length > RECIPIENTS_MAX) {
    throw refuse('too_many_recipients', 'Send to fewer devices at once.');
  }
  const tooLarge = contents.find(
    (content) => Buffer.byteLength(JSON.stringify(content)) > CONTENT_BYTES_MAX,
  );
  if (tooLarge) throw refuse('to_device_too_large', 'A message to a device is too large.');
}

/** How much of a device's queue is whose. */
export interface QueueShare extends KnownDevice {
  readonly sender: UserId;
  readonly queued: number;
}

/** Throws a refusal if the sender already has too much waiting for one of the devices. */
export function checkShares(shares: readonly QueueShare[], sender: UserId): void {
  const isFull = shares.some(
    (share) => share.sender === sender && share.queued >= QUEUED_PER_SENDER_MAX,
  );
  if (!isFull) return;
  throw refuse('to_device_queue_full', 'A device has not read what you sent it before.', {
    retry_after_ms: 60_000,
  });
}

/** For each device without room for one more: whose oldest message makes room. */
export function findHeaviest(shares: readonly QueueShare[]): QueueShare[] {
  const byDevice = new Map<string, { queued: number; heaviest: QueueShare }>();
  for (const share of shares) {
    const name = `${share.userId} ${share.deviceId}`;
    const { queued, heaviest } = byDevice.get(name) ?? { queued: 0, heaviest: share };
    byDevice.set(name, {
      queued: queued + share.queued,
      heaviest: share.queued > heaviest.queued ? share : heaviest,
    });
  }
  return [...byDevice.values()]
    .filter(({ queued }) => queued >= QUEUED_MAX)
    .map(({ heaviest }) => heaviest);
}

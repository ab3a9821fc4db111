import { hash } from 'node:crypto';
import { BoundedMap, type Awaitable } from '@sotto/kit';
import type { DeviceId, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { DeviceRef } from '../devices/device-key-rules.ts';
import { localPeople } from '../local.ts';
import type { KeyDeps } from '../ports.ts';
import {
  addressMessages,
  checkMessages,
  checkShares,
  findHeaviest,
  type Messages,
  type ToDeviceMessage,
} from './to-device-rules.ts';
import { toDeviceStore, type QueuedEvent, type QueueRange } from './to-device-store.ts';

/** Clients repeat a request for hours, not weeks. */
export const TXN_REMEMBERED_MS = 30 * 24 * 60 * 60_000;

/** Another node may have queued something since: then its removal waits this long, and nothing else. */
const EMPTY_TRUSTED_MS = 10 * 60_000;
const DEVICES_REMEMBERED_MAX = 100_000;

export interface SendToDevice {
  readonly sender: DeviceRef;
  readonly type: string;
  readonly txnId: string;
  readonly messages: Messages;
}

/** Messages from device to device, which carry the keys of everything else. */
export interface ToDevice {
  /** Queues messages in order of arrival. The same device, type and txnId again is the same request. */
  sendToDevice(command: SendToDevice): Promise<void>;
  /** What waits for a device, oldest first. Reading removes nothing. */
  listToDevice(db: Db, to: DeviceRef, range: QueueRange): Promise<QueuedEvent[]>;
  /** Removes what the device shows it has received, by coming back with a later token. */
  acknowledgeToDevice(userId: UserId, deviceId: DeviceId, upTo: number): Awaitable<void>;
}

export function createToDevice({ db, clock, serverName, inbox, listDevices }: KeyDeps): ToDevice {
  /** Devices with nothing to remove, and until when to believe it: most syncs acknowledge nothing. */
  const emptyUntilMs = new BoundedMap<string, number>(DEVICES_REMEMBERED_MAX);

  async function makeRoom(
    txn: Txn,
    sender: UserId,
    messages: readonly ToDeviceMessage[],
  ): Promise<void> {
    const shares = await toDeviceStore.countBySender(txn.db, messages);
    checkShares(shares, sender);
    for (const heaviest of findHeaviest(shares)) await toDeviceStore.deleteOldest(txn, heaviest);
  }

  async function queue(
    txn: Txn,
    { sender, type }: SendToDevice,
    messages: readonly ToDeviceMessage[],
  ): Promise<void> {
    await makeRoom(txn, sender.userId, messages);
    const seqs = await inbox.deliver(
      txn,
      messages.map(({ userId, deviceId }) => ({
        userId,
        entry: { kind: 'to_device', subject: deviceId },
      })),
    );
    const queued = messages.flatMap(({ userId, deviceId, content }, index) => {
      const seq = seqs[index];
      const event = { sender: sender.userId, type, content };
      return typeof seq === 'number'
        ? [{ userId, deviceId, seq, sender: sender.userId, event }]
        : [];
    });
    await toDeviceStore.insert(txn, queued);
    txn.afterCommit(() => {
      for (const message of messages) emptyUntilMs.delete(nameOf(message));
    });
  }

  async function removeUpTo(device: DeviceRef, upTo: number): Promise<void> {
    if (await toDeviceStore.hasUpTo(db.read, device, upTo)) {
      // A token from the future is from before the database was restored. It acknowledges nothing.
      const { head } = await inbox.getHead(db.read, device.userId);
      if (upTo > head) return;
      await db.write((txn) => toDeviceStore.deleteUpTo(txn, device, upTo));
    }
    const next = await toDeviceStore.hasUpTo(db.read, device, Number.MAX_SAFE_INTEGER);
    if (!next) emptyUntilMs.set(nameOf(device), clock.nowMs() + EMPTY_TRUSTED_MS);
  }

  return {
    async sendToDevice(command) {
      const { sender, type, txnId, messages } = command;
      checkMessages(messages);
      const txnHash = hash('sha256', JSON.stringify([type, txnId]), 'base64url');
      await db.write(async (txn) => {
        const nowMs = clock.nowMs();
        if (!(await toDeviceStore.rememberSent(txn, sender, { txnHash, nowMs }))) return;
        await toDeviceStore.forgetSentBefore(txn, sender, nowMs - TXN_REMEMBERED_MS);
        const devices = await listDevices(txn.db, localPeople(Object.keys(messages), serverName));
        const addressed = addressMessages(messages, devices);
        if (addressed.length > 0) await queue(txn, command, addressed);
      });
    },

    listToDevice: (reader, to, range) => toDeviceStore.list(reader, to, range),

    acknowledgeToDevice(userId, deviceId, upTo) {
      const device = { userId, deviceId };
      const isEmpty = (emptyUntilMs.get(nameOf(device)) ?? 0) > clock.nowMs();
      return isEmpty ? undefined : removeUpTo(device, upTo);
    },
  };
}

function nameOf({ userId, deviceId }: DeviceRef): string {
  return `${userId} ${deviceId}`;
}

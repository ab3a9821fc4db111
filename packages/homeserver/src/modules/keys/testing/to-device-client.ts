import type { UserId } from '@sotto/protocol';
import type { OpenStorage } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';
import { toDeviceStore } from '../to-device/to-device-store.ts';
import { CLIENT, withKeys, type KeyDevice } from './key-device.ts';
import { withDatabase } from './with-database.ts';

/** A homeserver, two people, and ways of sending to devices. */
export async function startWithToDevice(open: OpenStorage) {
  const server = await startHomeserver(open);
  const mira = withKeys(await server.signUp('mira'));
  const jonas = withKeys(await server.signUp('jonas'));
  const put = (by: TestDevice, txnId: string, messages: unknown, type = 'm.test') =>
    by.call('PUT', `${CLIENT}/sendToDevice/${type}/${txnId}`, { messages });
  /** From jonas to mira. */
  const send = (txnId: string, content: object = { txnId }) =>
    put(jonas, txnId, { [mira.userId]: { [mira.deviceId]: content } });
  /** As if somebody had sent mira this many messages long ago. */
  const fill = (sender: UserId, count: number, firstSeq: number) =>
    withDatabase(server.storage, (txn) =>
      toDeviceStore.insert(
        txn,
        Array.from({ length: count }, (_, index) => ({
          userId: mira.userId,
          deviceId: mira.deviceId,
          seq: firstSeq + index,
          sender,
          event: { sender, type: 'm.old', content: {} },
        })),
      ),
    );
  return { server, mira, jonas, put, send, fill };
}

interface ToDeviceEvent {
  readonly type: string;
  readonly sender: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** One sync: what came for the device, the token behind it, and each message's `txnId`. */
export async function readToDevice(device: KeyDevice, since?: string) {
  const body = await device.sync(since);
  const events: ToDeviceEvent[] = body.to_device?.events ?? [];
  const next: string = body.next_batch;
  return { next, events, txns: events.map(({ content }) => content['txnId']) };
}

import { CryptoEvent } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { DeviceId } from '@sotto/protocol';
import type { Matrix } from '../../matrix/matrix.ts';
import { createSubject, type Observable } from '../../observable.ts';
import { openSlot } from '../../platform/key-value-store.ts';
import type { Platform } from '../../platform/platform.ts';
import type { DeviceSummary } from '../../types/index.ts';
import { listDevices } from './device-list.ts';

/** Notices devices that sign in, until this one is told that they are all right. */
export interface NewDevices {
  readonly devices: Observable<readonly DeviceSummary[]>;
  acknowledge(id: DeviceId): Promise<void>;
  /** Looks now; what the server has no word for is seen with the next look. */
  look(): Promise<void>;
  close(): void;
}

export function watchNewDevices(matrix: Matrix, { store, network }: Platform): NewDevices {
  const { client, userId, deviceId } = matrix;
  const slot = openSlot<readonly DeviceId[]>(store, 'known-devices');
  const devices = createSubject<readonly DeviceSummary[]>([]);
  let closed = false;
  /** One look after the other: two would each forget what the other learned. */
  let working: Promise<void> = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = working.then(() => (closed ? undefined : work()));
    working = turn.catch(() => undefined);
    return turn;
  }

  async function lookNow(): Promise<void> {
    const listed = await listDevices(matrix);
    const known = await slot.get();
    const isKnown = ({ id, thisDevice, linkedBy }: DeviceSummary): boolean =>
      // What was there before this device came is no news, and neither is what it let in itself.
      known === null || known.includes(id) || thisDevice || linkedBy === deviceId;
    await slot.set(listed.filter(isKnown).map(({ id }) => id));
    const unknown = listed.filter((device) => !isKnown(device));
    if (unknown.length > 0 || devices.get().length > 0) devices.set(unknown);
  }
  const look = (): Promise<void> => inTurn(lookNow);
  // NOTE: without a connection the next occasion looks again.
  const lookSoon = (): void => void look().catch(() => undefined);
  const onDevices = (userIds: readonly string[]): void => {
    if (userIds.includes(userId)) lookSoon();
  };

  client.on(CryptoEvent.DevicesUpdated, onDevices);
  const stops = [network.online, network.visible].map((watched) =>
    watched.subscribe(() => {
      if (watched.get()) lookSoon();
    }),
  );
  lookSoon();

  return {
    devices,
    look,
    acknowledge: (id) =>
      inTurn(async () => {
        await slot.set([...((await slot.get()) ?? []), id]);
        devices.set(devices.get().filter((device) => device.id !== id));
      }),
    close() {
      closed = true;
      client.off(CryptoEvent.DevicesUpdated, onDevices);
      for (const stop of stops) stop();
    },
  };
}

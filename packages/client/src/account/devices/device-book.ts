import { outcomeOf, problemAsTold } from '../../session/problems.ts';
import { withPassword } from '../../session/password-step.ts';
import type { DeviceBook } from '../../types/index.ts';
import type { AccountBase } from '../account-parts.ts';
import { listDevices } from './device-list.ts';
import { createLettingIn } from './letting-in.ts';
import { watchNewDevices } from './new-devices.ts';

export interface OpenDeviceBook {
  readonly book: DeviceBook;
  close(): void;
}

/** The list of devices and what goes with it: a script of its own, fetched when it is wanted. */
export function openDeviceBook(base: AccountBase): OpenDeviceBook {
  const { matrix, platform } = base;
  const { client, userId } = matrix;
  const newDevices = watchNewDevices(matrix, platform);
  const lettingIn = createLettingIn(base);

  return {
    book: {
      newDevices: newDevices.devices,
      list: () => listDevices(matrix),
      rename: (id, name) =>
        outcomeOf(async () => {
          await client.setDeviceDetails(id, { display_name: name.trim() });
        }),
      signOut: (ids, password) =>
        outcomeOf(async () => {
          await withPassword({ userId, password }, (auth) =>
            client.deleteMultipleDevices([...ids], auth ?? undefined),
          );
          // NOTE: they are gone all the same; the next look sees it.
          await newDevices.look().catch(() => undefined);
        }),
      acknowledge: (id) => newDevices.acknowledge(id),
      findAsking: (code) => outcomeOf(() => lettingIn.findAsking(code), problemAsTold),
      letIn: (asking, number) => outcomeOf(() => lettingIn.letIn(asking, number), problemAsTold),
      refuse: (asking) => outcomeOf(() => lettingIn.refuse(asking), problemAsTold),
    },
    close() {
      newDevices.close();
      lettingIn.close();
    },
  };
}

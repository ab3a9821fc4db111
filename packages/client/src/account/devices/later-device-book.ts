import { openLater } from '../../platform/open-later.ts';
import type { AccountBase, LaterDevices } from '../account-parts.ts';

/** The book of devices, opened once somebody wants it. */
export function openDevicesLater(base: AccountBase): LaterDevices {
  const later = openLater(async () => (await import('./device-book.ts')).openDeviceBook(base));
  return { open: async () => (await later.open()).book, close: later.close };
}

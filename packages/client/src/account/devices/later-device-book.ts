import type { AccountBase, LaterDevices } from '../account-parts.ts';
import type { OpenDeviceBook } from './device-book.ts';

/** The book of devices, opened once somebody wants it. */
export function openDevicesLater(base: AccountBase): LaterDevices {
  let opening: Promise<OpenDeviceBook> | undefined;
  let closed = false;

  async function load(): Promise<OpenDeviceBook> {
    const { openDeviceBook } = await import('./device-book.ts');
    const opened = openDeviceBook(base);
    if (closed) opened.close();
    return opened;
  }

  return {
    async open() {
      opening ??= load();
      try {
        return (await opening).book;
      } catch (error) {
        // Without a connection a script does not come either; the next use asks again.
        opening = undefined;
        throw error;
      }
    },
    close() {
      closed = true;
      // NOTE: one that never opened has nothing to close.
      opening?.then((book) => book.close()).catch(() => undefined);
    },
  };
}

import type { AccountDataEvents } from 'matrix-js-sdk/lib/@types/event.js';
import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { isSameShape } from '../../conversations/same-shape.ts';
import { isOf, readAccountData, type StoredContent } from '../../matrix/watch-account-data.ts';

/**
 * Writes account data and waits until this device has it back, so that screens show what was chosen.
 * The SDK's own way tries for half a minute before it says that there is no connection.
 */
export async function writeAccountData(
  client: MatrixClient,
  type: keyof AccountDataEvents,
  content: StoredContent,
): Promise<void> {
  // What is no change does not come back either.
  if (isSameShape(readAccountData(client, type), content)) return;
  let onAccountData = (_event: MatrixEvent): void => undefined;
  const back = new Promise<void>((resolve) => {
    onAccountData = (event) => {
      if (isOf(event, type)) resolve();
    };
  });
  client.on(ClientEvent.AccountData, onAccountData);
  try {
    await client.setAccountDataRaw(type, content);
    await back;
  } finally {
    client.off(ClientEvent.AccountData, onAccountData);
  }
}

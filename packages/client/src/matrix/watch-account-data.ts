import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { AccountDataEvents } from 'matrix-js-sdk/lib/@types/event.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { createSubject, type Observable } from '../observable.ts';

/** Content of account data, which any client may have written. */
export type StoredContent = Readonly<Record<string, unknown>>;

export function readAccountData(
  client: MatrixClient,
  type: keyof AccountDataEvents,
): StoredContent {
  return client.getAccountData(type)?.getContent<StoredContent>() ?? {};
}

/** Whether an event is account data of a type. The SDK knows some types as an enum, some as text. */
export function isOf(event: MatrixEvent, type: string): boolean {
  return event.getType() === type;
}

/** What this device knows of one type of the account's data, read anew whenever it changes. */
export function watchAccountData<Value>(
  client: MatrixClient,
  type: keyof AccountDataEvents,
  read: (content: StoredContent) => Value,
): Observable<Value> & { readonly close: () => void } {
  const look = (): Value => read(readAccountData(client, type));
  const subject = createSubject(look());
  const onAccountData = (event: MatrixEvent): void => {
    if (isOf(event, type)) subject.set(look());
  };
  client.on(ClientEvent.AccountData, onAccountData);
  return { ...subject, close: () => void client.off(ClientEvent.AccountData, onAccountData) };
}

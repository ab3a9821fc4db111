import type { UserId } from '@sotto/protocol';

/** The surrogate of a room: its row's key. Small, because every inbox entry carries one. */
declare const roomKeyBrand: unique symbol;
export type RoomKey = number & { readonly [roomKeyBrand]: true };

/**
 * What can reach a person. The log holds references; whoever reads it fetches the current value,
 * so that ten changes of one setting read as one.
 */
export type InboxEntry =
  | {
      readonly kind: 'event';
      readonly roomKey: RoomKey;
      readonly position: number;
      readonly notify: Notify;
    }
  /** `subject` is the reader whose receipts in the room changed. */
  | { readonly kind: 'receipt'; readonly roomKey: RoomKey; readonly subject: UserId }
  /** `subject` is the type of account data. Without a room it is global. */
  | { readonly kind: 'account_data'; readonly roomKey: RoomKey | null; readonly subject: string }
  /** `subject` is the device it is for; the message itself lies with the `keys` module. */
  | { readonly kind: 'to_device'; readonly subject: string }
  /**
   * `subject` is a user whose devices changed. That somebody begins or ends to share an encrypted room
   * with us needs no entry: whoever reads the log sees it in the membership events themselves.
   */
  | { readonly kind: 'device_changed'; readonly subject: UserId };

export type InboxKind = InboxEntry['kind'];

/** Whether an event counts as unread: not at all, plainly, as a mention, or (3) so as to disturb nobody. */
export type Notify = 0 | 1 | 2 | 3;

/** The numbers the kinds are stored as. Never reused. */
export const kindNumbers: Readonly<Record<InboxKind, number>> = {
  event: 1,
  receipt: 2,
  account_data: 3,
  to_device: 4,
  device_changed: 5,
};

/** One thing to put into one person's inbox. */
export interface Delivery {
  readonly userId: UserId;
  readonly entry: InboxEntry;
}

/** An entry as read back. */
export type LoggedEntry = InboxEntry & { readonly seq: number };

import type { IContent } from 'matrix-js-sdk/lib/models/event.js';
import type { EventId, RoomId, UserId } from '@sotto/protocol';

/** What this device has read of somebody else, and can disclose of it. */
export interface KeptMessage {
  readonly eventId: EventId;
  readonly roomId: RoomId;
  readonly sender: UserId;
  readonly sentAtMs: number;
  readonly type: string;
  readonly content: IContent;
  readonly key: string | null;
  /** A commitment is there, whether it fits or not: without the key nothing is taken for said. */
  readonly isCommitted: boolean;
  readonly isRemoved: boolean;
  readonly forgetAtMs: number;
}

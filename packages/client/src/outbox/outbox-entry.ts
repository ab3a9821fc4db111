import type { RoomId } from '@sotto/protocol';
import type { UploadedFile } from '../media/attachment-content.ts';
import type { PreparedFile } from '../media/prepare/prepared-file.ts';

/** A message on its way out, as it is kept until the server has it. */
export interface OutboxRecord {
  /** The transaction id: however often it is sent, the server makes one message of it. */
  readonly key: string;
  readonly roomId: RoomId;
  /** Grows with every message queued on this device; messages leave in this order. */
  readonly position: number;
  readonly queuedAtMs: number;
  readonly content: OutboxContent;
  /** It is to disturb nobody. */
  readonly silent?: boolean;
  /** The server refused it; only the person can decide what happens next. */
  readonly failed: boolean;
  /** It was refused because nobody has accepted yet. */
  readonly awaitsAcceptance?: boolean;
}

export type OutboxContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly file: PreparedFile;
      readonly caption: string | null;
      /** Set once the bytes are on the server, so that they are not sent twice. */
      readonly uploaded: UploadedFile | null;
    };

/** A record and how far it has come. */
export interface OutboxEntry {
  readonly record: OutboxRecord;
  readonly stage: 'preparing' | 'queued' | 'sending' | 'sent' | 'failed';
  /** Share of the bytes on the server, 0–1; null when there is nothing to upload. */
  readonly progress: number | null;
}

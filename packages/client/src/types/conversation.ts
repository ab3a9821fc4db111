/** One conversation as a screen sees it: what was said, who is there, and what can be done in it. */
import type { EventId, RoomId } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { ChannelFacts } from './communities.ts';
import type { Person } from './basic.ts';
import type { Mute } from './quiet.ts';

/** What a photo or file looks like once sent: enough to reserve its space and fetch it later. */
export interface Attachment {
  readonly kind: 'photo' | 'file';
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly blurhash: string | null;
  /** Opaque; hand it back to `media.open`. */
  readonly source: AttachmentSource;
}

export interface AttachmentSource {
  readonly full: unknown;
  readonly thumbnail: unknown;
}

/** Clock → check → double check → read. `failed` stays until tried again or discarded. */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'delivered' | 'read' | 'failed';

export type MessageBody =
  | { readonly kind: 'text'; readonly text: string; readonly onlyEmoji: boolean }
  | {
      readonly kind: 'attachment';
      readonly attachment: Attachment;
      readonly caption: string | null;
    }
  /** Keys have not arrived; they are being asked for. Shown as a quiet line, never as an error. */
  | { readonly kind: 'arriving' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'unsupported' };

export interface Message {
  readonly kind: 'message';
  /** Stable across local echo and its confirmation. */
  readonly key: string;
  readonly eventId: EventId | null;
  readonly sender: Person;
  readonly mine: boolean;
  readonly sentAtMs: number;
  readonly body: MessageBody;
  /** Only on my messages. */
  readonly delivery: Delivery | null;
  /** Upload progress of an attachment being sent, 0–1. */
  readonly progress: number | null;
  /** Sent so as to disturb nobody. */
  readonly silent?: boolean;
  /** It failed because nobody has accepted my request yet. */
  readonly awaitsAcceptance?: boolean;
  /** Its sender made sure that nobody could prove what it says. */
  readonly doubtful?: boolean;
}

/** A line between messages: someone joined, left, changed the name. `text` is ready to show. */
export interface Notice {
  readonly kind: 'notice';
  readonly key: string;
  readonly sentAtMs: number;
  readonly text: string;
}

export type TimelineItem = Message | Notice;

export interface Timeline {
  /** Oldest first. Day separators and grouping are the screen's business. */
  readonly items: readonly TimelineItem[];
  /** Key of the first unread message when the conversation was opened, else null. */
  readonly firstUnreadKey: string | null;
  readonly older: 'available' | 'loading' | 'failed' | 'none';
}

export interface ConversationSummary {
  readonly id: RoomId;
  readonly kind: 'direct' | 'group';
  readonly title: string;
  /** The other person of a direct conversation. */
  readonly person: Person | null;
  readonly avatar: string | null;
  readonly members: readonly Person[];
  readonly preview: ConversationPreview;
  readonly unreadCount: number;
  /** Of these, how many I am to be told of: not what is muted or was sent without sound. */
  readonly alertCount: number;
  readonly mute: Mute | null;
  /** I put a mark on it, to come back to. */
  readonly markedUnread: boolean;
  /** Others see what I have read here only once I answer. */
  readonly readsQuietly: boolean;
  readonly lastActivityMs: number;
  readonly typing: readonly Person[];
  readonly presence: Presence | null;
  readonly draft: string | null;
  /** The other person has not accepted yet. */
  readonly waitingForAcceptance: boolean;
  /** How much may be written before somebody accepts; null once somebody has. */
  readonly requestMessagesLeft: number | null;
  /** The other person of a direct conversation is not in it: what I write reaches nobody. */
  readonly otherIsGone?: boolean;
  /** What it is in its community; only channels of one have it. */
  readonly channel?: ChannelFacts;
  /** In slow mode, when I can write again, by this device's clock; null for now. */
  readonly writeAgainMs?: number | null;
}

export interface ConversationPreview {
  readonly text: string;
  readonly mine: boolean;
  readonly delivery: Delivery | null;
  readonly attachment: 'photo' | 'file' | null;
}

export interface Presence {
  readonly online: boolean;
  readonly lastActiveMs: number | null;
}

/** How a message leaves. */
export interface SendOptions {
  /** It disturbs nobody. */
  readonly silent: boolean;
}

/** One open conversation. Close it when its screen goes away. */
export interface Conversation {
  readonly summary: Observable<ConversationSummary>;
  readonly timeline: Observable<Timeline>;
  loadOlder(): Promise<void>;
  sendText(text: string, options?: SendOptions): void;
  /** Photos are re-encoded without EXIF, get a thumbnail and a blurhash, and are encrypted here. */
  sendFiles(files: readonly File[], caption: string | null, options?: SendOptions): void;
  retry(messageKey: string): void;
  discard(messageKey: string): void;
  /** Unsend: removes my message for everyone. */
  remove(messageKey: string): Promise<void>;
  setDraft(text: string): void;
  setTyping(typing: boolean): void;
  markRead(): void;
  /** Also where I read quietly. */
  showRead(): void;
  leave(): Promise<void>;
  close(): void;
}

/**
 * What a messenger can ask of the client. Screens know only these shapes; nothing of matrix-js-sdk
 * shows through. Words are a person's words: conversation, request, device, recovery code.
 */
import type { DeviceId, EventId, RoomId, UserId } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { Outcome, Person, Problem } from './basic.ts';
import type { DeviceBook, Linking } from './devices.ts';
import type { Groups } from './groups.ts';
import type { PeopleBook } from './people.ts';
import type { Mute, QuietBook } from './quiet.ts';
import type { RequestSummary } from './requests.ts';
import type { ShieldBook } from './shield.ts';

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

/** Another device of mine asks to read my messages. Both show the same words or emoji. */
export interface ApprovalRequest {
  readonly id: string;
  /** Null on the device that asks. */
  readonly deviceId: DeviceId | null;
  readonly deviceName: string;
  readonly askedAtMs: number;
  readonly state: Observable<ApprovalState>;
  /** Starts comparing. */
  accept(): Promise<void>;
  confirmMatch(): Promise<void>;
  refuse(): Promise<void>;
}

export type ApprovalState =
  | { readonly kind: 'asked' }
  | { readonly kind: 'comparing'; readonly emoji: readonly { symbol: string; name: string }[] }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'approved' }
  | { readonly kind: 'refused' };

/** What my devices tell others without being asked. */
export interface SharedTraces {
  readonly sendReadReceipts: boolean;
  readonly sendTyping: boolean;
  readonly sharePresence: boolean;
}

export interface Preferences extends SharedTraces {
  /** Photos that may be sensitive are shown when I ask for them. Of minors' devices this is so anyway. */
  readonly blurSensitivePhotos: boolean;
}

export type Connection = 'online' | 'connecting' | 'offline';

export type Session =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed_out'; readonly reason: 'never' | 'by_me' | 'ended_elsewhere' }
  /** Signed in on a new device which cannot read earlier messages yet. */
  | { readonly kind: 'locked'; readonly account: LockedAccount }
  | { readonly kind: 'ready'; readonly account: Account }
  /** Sotto runs in another tab of this browser, and only one at a time can. */
  | { readonly kind: 'elsewhere'; takeOver(): void }
  /** The session is kept but could not be opened; tried again by itself if for want of the server. */
  | { readonly kind: 'failed'; readonly problem: Problem; retry(): void };

/** The choices a new device has: the code, another device's approval, or starting over. */
export interface LockedAccount {
  readonly me: Person;
  readonly hasOtherDevices: boolean;
  /** Another device has just let this one in, and is the one to ask. */
  readonly wasLinked: boolean;
  unlockWithCode(code: string): Promise<Outcome>;
  /** Asks my other devices; follow `state`. */
  askOtherDevice(): Promise<ApprovalRequest>;
  /** New identity and new code; earlier messages stay unreadable here. Contacts are told quietly. */
  startOver(password: string): Promise<Outcome>;
  signOut(): Promise<void>;
}

export interface Account {
  readonly me: Observable<Person>;
  readonly connection: Observable<Connection>;
  readonly conversations: Observable<readonly ConversationSummary[]>;
  readonly requests: Observable<readonly RequestSummary[]>;
  readonly preferences: Observable<Preferences>;
  readonly approvals: Observable<readonly ApprovalRequest[]>;
  /** Set right after sign-up (and after a new code is made) until `keepRecoveryCode`. */
  readonly newRecoveryCode: Observable<string | null>;
  readonly media: Media;
  readonly people: PeopleBook;
  readonly quiet: QuietBook;
  /** Loaded when it is first asked for. */
  openShield(): Promise<ShieldBook>;
  readonly groups: Groups;

  keepRecoveryCode(): void;
  /** Makes a new code and voids the old one. Asks for the password. */
  makeRecoveryCode(password: string): Promise<Outcome<string>>;

  findPeople(query: string): Promise<readonly Person[]>;
  /** Exact handle lookup, also for people the directory does not list. */
  findPerson(handle: string): Promise<Person | null>;
  /** The one conversation with these people, made if there is none. */
  startConversation(userIds: readonly UserId[], contactLink?: string): Promise<Outcome<RoomId>>;
  /**
   * Null when there is no such conversation; while `connection` is not `online`, one made on
   * another device may still arrive.
   */
  openConversation(id: RoomId): Conversation | null;
  acceptRequest(id: RoomId): Promise<Outcome>;
  /** Takes it off all my devices. Its sender is not told: for them it goes on waiting. */
  deleteRequest(id: RoomId): Promise<Outcome>;
  /** Deletes it and blocks its sender. They are not told. */
  blockRequest(id: RoomId): Promise<Outcome>;

  setDisplayName(name: string): Promise<Outcome>;
  setAvatar(photo: File | null): Promise<Outcome>;
  setPreferences(change: Partial<Preferences>): Promise<Outcome>;
  changePassword(change: {
    current: string;
    next: string;
    signOutOthers: boolean;
  }): Promise<Outcome>;

  /** My devices. Rejects while their script cannot be fetched. */
  devices(): Promise<DeviceBook>;
  signOut(): Promise<void>;
}

export interface Media {
  /** An object URL of the decrypted bytes, cached; `release` it when unseen. */
  open(source: AttachmentSource, size: 'thumbnail' | 'full'): Promise<string>;
  release(source: AttachmentSource, size: 'thumbnail' | 'full'): void;
  /** Hands the decrypted file to the browser's download. */
  save(attachment: Attachment): Promise<void>;
  avatarUrl(avatar: string, sizePx: number): Promise<string>;
  readonly uploadBytesMax: Observable<number>;
}

export interface ServerInfo {
  readonly serverName: string;
  readonly registration: 'open' | 'token' | 'closed';
  /** Signing up asks for the month of birth. */
  readonly asksForBirthMonth: boolean;
}

/** The front door. One per page. */
export interface SottoClient {
  readonly session: Observable<Session>;
  /** Resumes a kept session, or settles on `signed_out`. */
  start(): Promise<void>;
  describeServer(): Promise<Outcome<ServerInfo>>;
  checkUsername(username: string): Promise<Outcome>;
  signUp(form: {
    username: string;
    password: string;
    displayName: string;
    registrationToken: string | null;
    /** As `2012-05`; only where the server asks for it. */
    birthMonth?: string | null;
  }): Promise<Outcome>;
  signIn(form: { username: string; password: string }): Promise<Outcome>;
  /** Asks to be let in by another device of the same person, without a password. */
  link(): Promise<Linking>;
}

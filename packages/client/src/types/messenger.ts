/**
 * What a messenger can ask of the client. Screens know only these shapes; nothing of matrix-js-sdk
 * shows through. Words are a person's words: conversation, request, device, recovery code.
 */
import type { DeviceId, RoomId, UserId } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { Outcome, Person, Problem } from './basic.ts';
import type {
  Attachment,
  AttachmentSource,
  Conversation,
  ConversationSummary,
} from './conversation.ts';
import type { Communities } from './communities.ts';
import type { DeviceBook, Linking } from './devices.ts';
import type { Groups } from './groups.ts';
import type { PeopleBook } from './people.ts';
import type { QuietBook } from './quiet.ts';
import type { Reports } from './reports.ts';
import type { RequestSummary } from './requests.ts';
import type { ShieldBook } from './shield.ts';

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
  /** All but the channels of communities. */
  readonly conversations: Observable<readonly ConversationSummary[]>;
  readonly communities: Communities;
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
  readonly reports: Reports;

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

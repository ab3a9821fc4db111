import type { EventId, RoomId, UserId } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { Outcome, Person } from './basic.ts';

export type ReportCategory =
  | 'spam'
  | 'harassment'
  | 'threat'
  | 'hate'
  | 'scam'
  | 'impersonation'
  | 'sexual'
  | 'child_safety'
  | 'other';

/**
 * How sure it is what a message said. `proven`: its sender is bound to these words. `stored`: the server has
 * them itself. `claimed`: the reporter says so. `none`: nobody has said it.
 */
export type Proof = 'proven' | 'stored' | 'claimed' | 'none';

/** What moderators are shown of a message. */
export interface ReportedWords {
  readonly kind: 'text' | 'photo' | 'file' | 'other' | 'unknown';
  /** A text, a caption or a file's name. */
  readonly text: string;
}

/** A message somebody could report. */
export interface ReportableMessage {
  readonly eventId: EventId;
  readonly sentAtMs: number;
  readonly proof: Proof;
  readonly words: ReportedWords;
  /** Its sender has unsent it. */
  readonly removed: boolean;
}

/** What a report is about. */
export type ReportSubject =
  | {
      readonly kind: 'message';
      readonly roomId: RoomId;
      readonly eventId: EventId;
      readonly person: Person;
    }
  | { readonly kind: 'request'; readonly roomId: RoomId; readonly person: Person }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'conversation'; readonly roomId: RoomId; readonly person: Person | null };

export interface ReportWish {
  readonly subject: ReportSubject;
  readonly category: ReportCategory;
  readonly reason: string;
  /** Of a message, those beside it; of a request, all of them. */
  readonly messages: readonly EventId[];
  readonly alsoBlock: boolean;
}

export interface OwnReport {
  readonly id: string;
  readonly kind: 'message' | 'person' | 'conversation';
  readonly person: Person | null;
  readonly category: ReportCategory;
  readonly reason: string;
  readonly createdMs: number;
  /** When it was decided; null while it waits. */
  readonly closedMs: number | null;
  readonly state: 'open' | 'closed' | 'appealed';
  readonly outcome: 'dismissed' | 'acted' | null;
  /** What the moderators say; empty if nothing. */
  readonly note: string;
  readonly appeal: string | null;
  readonly mayAppeal: boolean;
}

/** What moderators have decided about my account. */
export interface AccountStanding {
  readonly suspended: boolean;
  readonly limitedUntilMs: number | null;
  /** The newest first. */
  readonly notes: readonly {
    readonly action: ModeratorAction;
    readonly note: string;
    readonly atMs: number;
  }[];
}

export type ModeratorAction = 'dismiss' | 'warn' | 'limit' | 'suspend' | 'lift';
export type QueueView = 'open' | 'appealed' | 'closed';

export interface QueuedReport {
  readonly id: string;
  readonly kind: OwnReport['kind'];
  readonly category: ReportCategory;
  readonly state: QueueView;
  readonly createdMs: number;
  readonly userId: UserId | null;
  readonly messages: number;
  readonly proven: number;
}

export interface QueuePage {
  readonly reports: readonly QueuedReport[];
  /** From where the next page goes on. */
  readonly next: string | null;
  readonly open: number;
  readonly appealed: number;
}

export interface DoneAction {
  readonly moderator: UserId;
  readonly action: ModeratorAction;
  readonly atMs: number;
  readonly note: string;
  readonly subjectNote: string;
  readonly days: number | null;
}

/** A photo in what was reported, before it is fetched. */
export interface ReportedPhoto {
  /** Moderators can look at it. Not where nothing shows that it was in the message. */
  readonly shown: boolean;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly blurhash: string | null;
}

/** A message as moderators see it. */
export interface ReportedMessage extends Omit<ReportableMessage, 'removed'> {
  /** Null for what is no photo. */
  readonly photo: ReportedPhoto | null;
}

/**
 * A photo that was asked for. `gone`: the server has no such photo of theirs. `broken`: its bytes are not the
 * ones that were sent. `failed`: it could not be fetched now.
 */
export type OpenedPhoto =
  { readonly kind: 'here'; readonly photo: Blob } | { readonly kind: 'gone' | 'broken' | 'failed' };

export interface ModerationReport extends Omit<QueuedReport, 'messages' | 'proven' | 'userId'> {
  readonly reason: string;
  readonly outcome: OwnReport['outcome'];
  readonly appeal: string | null;
  /** I made the decision that is appealed. */
  readonly decidedByMe: boolean;
  readonly messages: readonly ReportedMessage[];
  readonly subject: ReportedPerson | null;
  /** How the other reports of whoever made this one ended. */
  readonly reporter: { readonly acted: number; readonly dismissed: number };
  readonly history: readonly DoneAction[];
}

export interface ReportedPerson {
  readonly person: Person;
  /** Null once the account has ended. */
  readonly accountCreatedMs: number | null;
  readonly suspended: boolean;
  readonly limitedUntilMs: number | null;
  readonly reports: number;
  readonly reporters: number;
  readonly open: number;
  readonly history: readonly DoneAction[];
}

export interface ModeratorDecision {
  readonly action: ModeratorAction;
  /** For the reporter. */
  readonly note: string;
  /** For whom it is about. */
  readonly subjectNote: string;
  readonly days: number | null;
}

/** Reports: making them, what became of them, and, for moderators, the queue. */
export interface Reports {
  /** Changes with every decision about my account; `findStanding` says it in full. */
  readonly standing: Observable<{
    /** I can read and leave, and nothing else. */
    readonly suspended?: boolean;
  }>;
  /** Up to when I have seen what became of my reports, if one was decided since then; else null. */
  readonly news: Observable<number | null>;
  /** All that moderators have decided about my account. */
  findStanding(): Promise<AccountStanding>;
  /** What this device still knows of somebody's messages in a conversation, the newest first. */
  listReportable(roomId: RoomId, userId: UserId): Promise<readonly ReportableMessage[]>;
  report(wish: ReportWish): Promise<Outcome>;
  listOwn(): Promise<readonly OwnReport[]>;
  /** I have seen what became of my reports: it is news no more, on any of my devices. */
  seeNews(): Promise<Outcome>;
  appeal(id: string, text: string): Promise<Outcome>;
  /** Whether I may see and decide reports. */
  amModerator(): Promise<boolean>;
  listQueue(view: QueueView, from: string | null): Promise<QueuePage>;
  findReport(id: string): Promise<ModerationReport | null>;
  /** Fetches a photo of a report; nothing of it is here before. */
  openPhoto(id: string, eventId: EventId): Promise<OpenedPhoto>;
  decide(id: string, decision: ModeratorDecision): Promise<Outcome>;
}

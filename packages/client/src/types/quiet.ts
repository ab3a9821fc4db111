import type { QuietHours, RoomId, Treatment, UserId, VisibleThing } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { Outcome } from './basic.ts';

/** A conversation that disturbs nobody. */
export interface Mute {
  /** Null until it is turned on again. */
  readonly untilMs: number | null;
  /** What mentions me notifies all the same. */
  readonly mentions: boolean;
}

/** Who is told apart from others: true is shown, false hidden. */
export type VisibilityExceptions<Id extends string> = Readonly<
  Record<VisibleThing, ReadonlyMap<Id, boolean>>
>;

/** What is quiet, and the exceptions I make. */
export interface QuietState {
  readonly hours: QuietHours | null;
  /** My quiet hours are now. */
  readonly quietNow: boolean;
  /** In groups; alone with me they notify. */
  readonly mutedPeople: readonly UserId[];
  readonly people: VisibilityExceptions<UserId>;
  readonly conversations: VisibilityExceptions<RoomId>;
  readonly reach: ReadonlyMap<UserId, Treatment>;
}

/** How and when I am disturbed, and what single people and conversations are told of me. */
export interface QuietBook {
  /** Null until it is known. */
  readonly state: Observable<QuietState | null>;
  setHours(hours: QuietHours): Promise<Outcome>;

  mute(
    id: RoomId,
    wish: { readonly forMs: number | null; readonly mentions: boolean },
  ): Promise<Outcome>;
  unmute(id: RoomId): Promise<Outcome>;
  mutePerson(userId: UserId, muted: boolean): Promise<Outcome>;

  markUnread(id: RoomId, unread: boolean): Promise<Outcome>;
  /** While it is on, others see what I have read there only once I answer or mark it as read. */
  setReadQuietly(id: RoomId, quietly: boolean): Promise<Outcome>;

  /** Null for no exception. */
  setSeenBy(userId: UserId, thing: VisibleThing, seen: boolean | null): Promise<Outcome>;
  setSeenIn(id: RoomId, thing: VisibleThing, seen: boolean | null): Promise<Outcome>;
  setReach(userId: UserId, treatment: Treatment | null): Promise<Outcome>;
}

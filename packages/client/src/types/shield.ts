import type { RoomId, UserId } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { Outcome } from './basic.ts';

/** What I have said of the scam shield, the same on all my devices. */
export interface ShieldSettings {
  readonly on: boolean;
  /** Whose links open without asking. */
  readonly trusted: readonly UserId[];
}

/** How a conversation with somebody began. */
export interface Beginning {
  /** They wrote first; else I did. */
  readonly byThem: boolean;
  /** When I came into it; null if that is not known here. */
  readonly sinceMs: number | null;
}

/** What the scam shield has to know of the account. What it warns of is found on the device alone. */
export interface ShieldBook {
  readonly settings: Observable<ShieldSettings>;
  /** The server this account lives on. */
  readonly homeDomain: string;
  setOn(on: boolean): Promise<Outcome>;
  /** Stops asking before links of this person are opened. */
  trust(userId: UserId): Promise<Outcome>;
  findBeginning(id: RoomId): Beginning | null;
}

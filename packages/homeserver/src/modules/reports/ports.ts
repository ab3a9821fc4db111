import type { Clock } from '@sotto/kit';
import type { EventId, RoomId, ServerName, UserId } from '@sotto/protocol';
import type { Logger } from 'pino';
import type { Random } from '../../platform.ts';
import type { Database, Db, Txn } from '../../storage/index.ts';
import type { MediaAddress, Served } from '../media/index.ts';
import type { RoomService, StoredEvent } from '../rooms/index.ts';
import type { SettingsService } from '../settings/index.ts';

/** What reports need of accounts and contacts; filled in by the composition root. */
export interface ReportPeople {
  /** Null if there is no living account of this name. */
  findFacts(db: Db, userId: UserId): Promise<{ createdMs: number; isHidden: boolean } | null>;
  /** Whether somebody hidden from strangers is none to this viewer. */
  isKnown(db: Db, viewer: UserId, subject: UserId): Promise<boolean>;
  isModerator(db: Db, userId: UserId): Promise<boolean>;
  isSuspended(userId: UserId): boolean;
  setSuspended(txn: Txn, userId: UserId, sinceMs: number | null): Promise<void>;
  /** Makes concurrent reports of one person, and decisions about one, wait for each other. */
  lock(txn: Txn, userId: UserId): Promise<unknown>;
}

export interface ReportRequests {
  /** Whether the event is one somebody was shown with a request that waits for them. */
  isShown(db: Db, receiver: UserId, event: StoredEvent): Promise<boolean>;
  /** Counts a report against whom it is about. */
  countReport(txn: Txn, subject: UserId): Promise<void>;
}

export interface ReportDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: Random;
  readonly serverName: ServerName;
  readonly rooms: Pick<RoomService, 'findView' | 'findEvent' | 'couldRead'>;
  readonly settings: Pick<SettingsService, 'write'>;
  readonly people: ReportPeople;
  readonly requests: ReportRequests;
  /** Throws a refusal unless `uploader` has uploaded this. */
  readonly openMediaOf: (uploader: UserId, address: MediaAddress) => Promise<Served>;
  /** How many reports one person may make within a day. */
  readonly reportsPerDay: number;
}

export interface EventAddress {
  readonly roomId: RoomId;
  readonly eventId: EventId;
}

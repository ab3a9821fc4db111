import type { Clock } from '@sotto/kit';
import type { CommunityWatch } from '../conversations/communities/community-watch.ts';
import type { ConversationList } from '../conversations/conversation-list.ts';
import type { Drafts } from '../conversations/drafts.ts';
import type { Approvals } from '../keys/approvals.ts';
import type { IdentityChanges } from '../keys/identity-changes.ts';
import type { NewRecoveryCode } from '../keys/new-recovery-code.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { AccountMedia } from '../media/media.ts';
import type { Transfer } from '../media/transfer.ts';
import type { Observable } from '../observable.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { KeptNotes } from '../people/kept-notes.ts';
import type { KnownPeople } from '../people/known-people.ts';
import type { OpenPeopleBook } from '../people/people-book.ts';
import type { People } from '../people/people.ts';
import type { Platform } from '../platform/platform.ts';
import type { OpenQuietBook } from '../conversations/quiet/quiet-book.ts';
import type { ReportWatch } from './reports/report-watch.ts';
import type { RequestWatch } from '../requests/request-watch.ts';
import type { Connection, DeviceBook, Groups } from '../types/index.ts';
import type { AccountPreferences } from './preferences.ts';
import type { OwnProfile } from './own-profile.ts';

/** What stands behind a signed-in account from the moment its stores are open. */
export interface AccountBase {
  readonly matrix: Matrix;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly people: People;
  readonly knownPeople: KnownPeople;
  readonly keptNotes: KeptNotes;
  readonly approvals: Approvals;
  readonly identityChanges: IdentityChanges;
  readonly newRecoveryCode: NewRecoveryCode;
  readonly preferences: AccountPreferences;
  readonly connection: Observable<Connection>;
  /** True while messages can leave. */
  readonly online: Observable<boolean>;
}

/** The book of devices, which is fetched when it is wanted. */
export interface LaterDevices {
  open(): Promise<DeviceBook>;
  close(): void;
}

/** What stands behind an account that can be used. */
export interface AccountParts extends AccountBase {
  readonly profile: OwnProfile;
  readonly transfer: Transfer;
  readonly media: AccountMedia;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly devices: LaterDevices;
  readonly peopleBook: OpenPeopleBook;
  readonly quiet: OpenQuietBook;
  readonly list: ConversationList;
  readonly communities: CommunityWatch;
  readonly requests: RequestWatch;
  readonly groups: Groups;
  readonly reports: ReportWatch;
}

import type { ConversationList } from '../conversation-list.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import type { Transfer } from '../../media/transfer.ts';
import type { Observable } from '../../observable.ts';
import type { KnownPeople } from '../../people/known-people.ts';
import type { People } from '../../people/people.ts';
import type { Platform } from '../../platform/platform.ts';

/** What communities are made from. */
export interface CommunityContext {
  readonly matrix: Matrix;
  readonly platform: Platform;
  readonly people: People;
  readonly knownPeople: KnownPeople;
  /** True while messages can leave. */
  readonly online: Observable<boolean>;
  readonly transfer: Transfer;
  readonly list: ConversationList;
}

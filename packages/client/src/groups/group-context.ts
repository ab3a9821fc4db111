import type { Clock } from '@sotto/kit';
import type { PresenceBook } from '../conversations/summary/presence-book.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Transfer } from '../media/transfer.ts';
import type { Observable } from '../observable.ts';
import type { KnownPeople } from '../people/known-people.ts';
import type { People } from '../people/people.ts';
import type { Platform } from '../platform/platform.ts';

/** What groups are read and changed with. */
export interface GroupContext {
  readonly matrix: Matrix;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly people: People;
  readonly knownPeople: KnownPeople;
  readonly transfer: Transfer;
  readonly presence: Pick<PresenceBook, 'of' | 'subscribe'>;
  /** Each changes when people are called something else. */
  readonly looks: readonly Observable<unknown>[];
}

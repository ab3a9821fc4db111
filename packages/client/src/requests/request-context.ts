import type { Clock } from '@sotto/kit';
import type { Matrix } from '../matrix/matrix.ts';
import type { Observable } from '../observable.ts';
import type { KnownPeople } from '../people/known-people.ts';
import type { People } from '../people/people.ts';
import type { Platform } from '../platform/platform.ts';

/** What requests are read with. */
export interface RequestContext {
  readonly matrix: Matrix;
  readonly people: People;
  readonly knownPeople: Pick<KnownPeople, 'find' | 'note'>;
  readonly platform: Pick<Platform, 'store' | 'schedule'>;
  readonly clock: Clock;
  readonly online: Observable<boolean>;
}

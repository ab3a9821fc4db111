import type { Matrix } from '../../matrix/matrix.ts';
import type { Observable } from '../../observable.ts';
import type { Platform } from '../../platform/platform.ts';
import type { KeptNotes } from '../kept-notes.ts';
import type { KnownPeople } from '../known-people.ts';
import type { People } from '../people.ts';

/** What the book of people is made from. */
export interface BookContext {
  readonly matrix: Matrix;
  readonly platform: Pick<Platform, 'store'>;
  readonly online: Observable<boolean>;
  readonly people: People;
  readonly knownPeople: KnownPeople;
  readonly keptNotes: KeptNotes;
}

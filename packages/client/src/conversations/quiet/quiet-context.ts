import type { Clock } from '@sotto/kit';
import type { Matrix } from '../../matrix/matrix.ts';
import type { Observable } from '../../observable.ts';

/** What the book of what is quiet is made from. */
export interface QuietContext {
  readonly matrix: Matrix;
  readonly clock: Clock;
  readonly online: Observable<boolean>;
  /** A muting has ended by itself. */
  readonly onMuteEnded: () => void;
}

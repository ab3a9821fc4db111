import type { Clock } from '@sotto/kit';
import type { Matrix } from '../../matrix/matrix.ts';
import type { Transfer } from '../../media/transfer.ts';
import type { Observable } from '../../observable.ts';
import type { People } from '../../people/people.ts';
import type { Platform } from '../../platform/platform.ts';
import type { RequestWatch } from '../../requests/request-watch.ts';

/** What reports are made with. */
export interface ReportContext {
  readonly matrix: Matrix;
  readonly platform: Pick<Platform, 'store'>;
  readonly clock: Clock;
  readonly online: Observable<boolean>;
  readonly people: People;
  readonly transfer: Pick<Transfer, 'open'>;
  readonly requests: RequestWatch;
}

/** Stands in for the other way to sync, which a client takes only when `slidingSync` is given. */
import { absentClass } from './absent-part.ts';

export const SlidingSyncSdk = absentClass('sliding sync');

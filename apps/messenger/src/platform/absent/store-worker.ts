/** Stands in for a sync store in a worker of its own, used only when `workerFactory` is given. */
import { absentClass } from './absent-part.ts';

export const RemoteIndexedDBStoreBackend = absentClass('the sync store in a worker');

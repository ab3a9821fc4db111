import type { Clock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Txn } from '../../storage/index.ts';
import {
  createAccountDataService,
  type AccountDataDeps,
  type AccountDataService,
} from './account-data-service.ts';
import { accountDataStore } from './account-data-store.ts';
import { createFilterService, type FilterService } from './filter-service.ts';
import { filterStore } from './filter-store.ts';

/** Account data, push rules and filters. */
export interface SettingsService extends AccountDataService, FilterService {
  /** Forgets everything a person kept, when their account ends. */
  removePerson(txn: Txn, userId: UserId): Promise<void>;
}

export function createSettingsService(deps: AccountDataDeps & { clock: Clock }): SettingsService {
  return {
    ...createAccountDataService(deps),
    ...createFilterService(deps),
    async removePerson(txn, userId) {
      await accountDataStore.removeAll(txn, userId);
      await filterStore.removeAll(txn, userId);
    },
  };
}

import type { UserId } from '@sotto/protocol';
import type { Platform } from '../../../platform.ts';
import type { AccountPorts, PublicProfile } from '../ports.ts';
import { isWholeName, RANK_WHOLE, RANKS_MAX, searchTermOf } from './directory-rules.ts';
import { directoryStore } from './directory-store.ts';
import { profileStore } from './profile-store.ts';

const RESULTS_DEFAULT = 10;
const RESULTS_MAX = 50;

export interface FoundUser extends PublicProfile {
  readonly userId: UserId;
}

export interface DirectoryService {
  /** The best matches first; `limited` says that there are more. */
  search(text: string, limit?: number): Promise<{ users: FoundUser[]; limited: boolean }>;
}

/** So many are read where some of them may not be shown. */
const LOOKED_AT_MAX = 1_000;

/** Minors are found by their whole username at most, whatever they have chosen. */
export function createDirectoryService(
  { db, serverName }: Platform,
  minors: Pick<AccountPorts['minors'], 'isMinor'>,
): DirectoryService {
  return {
    async search(text, limit = RESULTS_DEFAULT) {
      const wanted = Math.min(limit, RESULTS_MAX);
      const term = searchTermOf(text, serverName);
      if (term === null) return { users: [], limited: false };

      const whole = { rank: RANK_WHOLE, term, limit: wanted + 1 };
      const found = new Set<UserId>(await directoryStore.findWhole(db.read, whole));
      for (let rank = 0; rank <= RANKS_MAX && found.size <= wanted; rank += 1) {
        // One more than wanted, and those found by a better rank may come again.
        const search = { rank, term, limit: wanted + 1 + found.size };
        let people = await directoryStore.search(db.read, search);
        const isShown = (userId: UserId) => !minors.isMinor(userId) || isWholeName(term, userId);
        if (!people.every(isShown)) {
          people = await directoryStore.search(db.read, { ...search, limit: LOOKED_AT_MAX });
        }
        for (const userId of people.filter(isShown)) found.add(userId);
      }

      const userIds = [...found].slice(0, wanted);
      const profiles = await profileStore.listPublic(db.read, userIds);
      const users = userIds.flatMap((userId) => {
        const profile = profiles.get(userId);
        return profile ? [{ userId, ...profile }] : [];
      });
      return { users, limited: found.size > wanted };
    },
  };
}

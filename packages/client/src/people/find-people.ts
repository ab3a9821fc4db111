import type { UserId } from '@sotto/protocol';
import type { Matrix } from '../matrix/matrix.ts';
import { readServerError } from '../session/problems.ts';
import type { Person } from '../types/index.ts';
import { readHandle, serverOf } from './handles.ts';
import type { People } from './people.ts';

const FOUND_MAX = 20;

export interface FindPeople {
  search(query: string): Promise<readonly Person[]>;
  exact(handle: string): Promise<Person | null>;
}

export function createFindPeople({ client, userId: me }: Matrix, people: People): FindPeople {
  return {
    async search(query) {
      const term = query.trim();
      if (term === '') return [];
      const { results } = await client.searchUserDirectory({ term, limit: FOUND_MAX });
      return results
        .filter((found) => found.user_id !== me)
        .map((found) =>
          // SAFETY: the directory names people by their full Matrix id.
          people.of(found.user_id as UserId, {
            displayName: found.display_name,
            avatar: found.avatar_url,
          }),
        );
    },
    async exact(handle) {
      const userId = readHandle(handle, serverOf(me));
      if (!userId) return null;
      try {
        const profile = await client.getProfileInfo(userId);
        return people.of(userId, { displayName: profile.displayname, avatar: profile.avatar_url });
      } catch (error) {
        const { httpStatus } = readServerError(error);
        if (httpStatus === 404 || httpStatus === 400 || httpStatus === 403) return null;
        throw error;
      }
    },
  };
}

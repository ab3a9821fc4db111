import { searchUserDirectory, type UserId } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { DirectoryService, FoundUser } from '../../profiles/directory-service.ts';

export function searchUserDirectoryRoute(directory: DirectoryService): Route {
  return route(searchUserDirectory, async ({ body }) => {
    const { users, limited } = await directory.search(body.search_term, body.limit);
    return { results: users.map(foundUserReply), limited };
  });
}

interface FoundUserReply {
  user_id: UserId;
  display_name?: string;
  avatar_url?: string;
}

function foundUserReply({ userId, displayName, avatarUrl }: FoundUser): FoundUserReply {
  return {
    user_id: userId,
    ...(displayName === null ? {} : { display_name: displayName }),
    ...(avatarUrl === null ? {} : { avatar_url: avatarUrl }),
  };
}

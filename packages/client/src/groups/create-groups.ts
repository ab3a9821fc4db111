import { outcomeOf, problemAsTold } from '../session/problems.ts';
import type { Groups } from '../types/index.ts';
import type { GroupContext } from './group-context.ts';

/** The groups of an account. All that is done with them is a script of its own. */
export function createGroups(context: GroupContext): Groups {
  const { client } = context.matrix;
  const load = () => import('./group-parts.ts');
  return {
    async open(id) {
      const room = client.getRoom(id);
      return room?.getMyMembership() === 'join' ? (await load()).openGroup(context, room) : null;
    },
    create: (wish) =>
      outcomeOf(async () => (await load()).createGroup(context, wish), problemAsTold),
    findLink: async (token) => (await load()).findLink(context, token),
    joinByLink: (token, reason) =>
      outcomeOf(async () => (await load()).joinByLink(context, token, reason), problemAsTold),
  };
}

import { COMMUNITY_FIELD, getGroupLink } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { LinkService } from '../../links/link-service.ts';

export function getGroupLinkRoute(links: LinkService) {
  return route(getGroupLink, async ({ params, caller }) => {
    const { link, room, membership, needsApproval } = await links.find(caller.userId, params.token);
    const textOf = (type: string, field: string) => {
      const value = room.get(type, '')?.content[field];
      return typeof value === 'string' ? value : undefined;
    };
    const name = textOf('m.room.name', 'name');
    const avatarUrl = textOf('m.room.avatar', 'url');
    const topic = textOf('m.room.topic', 'topic');
    const roomType = textOf('m.room.create', 'type');
    const isChannel = textOf('m.room.create', COMMUNITY_FIELD) !== undefined;
    return {
      ...(name !== undefined && { name }),
      ...(avatarUrl !== undefined && { avatar_url: avatarUrl }),
      ...(topic !== undefined && { topic }),
      ...(roomType !== undefined && { room_type: roomType }),
      ...(isChannel && { channel: true }),
      member_count: room.membersWith('join').length,
      created_by: link.createdBy,
      approval: needsApproval,
      ...(membership !== null && { membership }),
      ...(membership === 'join' && { room_id: room.head.roomId }),
    };
  });
}

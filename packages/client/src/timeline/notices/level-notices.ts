import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { GROUP_PERMISSIONS, roleOfLevel, type GroupRole } from '@sotto/protocol';
import { permissionsOf, readLevels, type LevelsContent } from '../../groups/reading/levels.ts';
import { object, subject, type NoticeReader } from './notice-reader.ts';

const ROLE_WORDS: Readonly<Record<GroupRole, string>> = {
  owner: 'an owner',
  admin: 'an admin',
  moderator: 'a moderator',
  member: 'a member',
};

function usersOf(content: LevelsContent): readonly string[] {
  const users = content['users'];
  return typeof users === 'object' && users !== null ? Object.keys(users) : [];
}

/** Who was given which role, and whether what members may do has changed. */
export function levelsText(event: MatrixEvent, reader: NoticeReader): string | null {
  const content: LevelsContent = event.getContent();
  const before: LevelsContent = event.getPrevContent();
  const [now, then] = [readLevels(content), readLevels(before)];
  const by = subject(event.getSender() ?? '', reader);
  const people = new Set([...usersOf(content), ...usersOf(before)]);
  const given = [...people].flatMap((userId) => {
    const role = roleOfLevel(now.of(userId));
    if (role === roleOfLevel(then.of(userId))) return [];
    if (userId === event.getSender()) return `${by} became ${ROLE_WORDS[role]}.`;
    return `${by} made ${object(userId, reader)} ${ROLE_WORDS[role]}.`;
  });
  if (given.length > 0) return given.join(' ');
  const [may, mayBefore] = [permissionsOf(now), permissionsOf(then)];
  const isChanged = GROUP_PERMISSIONS.some((name) => may[name] !== mayBefore[name]);
  return isChanged ? `${by} changed what members may do.` : null;
}

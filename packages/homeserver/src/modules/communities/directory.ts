import {
  COMMUNITY_MEMBERS_PAGE_MAX,
  LABEL_FIELD,
  powerLevelOf,
  roleOfLevel,
  ROLE_LEVELS,
  type GroupRole,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { Database } from '../../storage/index.ts';
import type { RoomService, RoomView } from '../rooms/index.ts';
import { isSpace } from './community-rules.ts';
import { refuse } from './errors.ts';

export interface DirectoryQuery {
  readonly by: UserId;
  readonly roomId: RoomId;
  readonly search: string;
  readonly from: string | null;
  readonly limit: number;
}

export interface ListedMember {
  readonly userId: UserId;
  readonly displayName: string | null;
  readonly avatarUrl: string | null;
  readonly role: GroupRole;
  readonly label: string | null;
}

export interface DirectoryPage {
  readonly members: readonly ListedMember[];
  readonly total: number;
  readonly next: string | null;
}

export interface Directory {
  /** Everybody in a community sees everybody in it: its state tells every client of theirs anyway. */
  listMembers(query: DirectoryQuery): Promise<DirectoryPage>;
}

export interface DirectoryDeps {
  readonly db: Database;
  readonly rooms: Pick<RoomService, 'findView'>;
}

export function createDirectory({ db, rooms }: DirectoryDeps): Directory {
  return {
    async listMembers({ by, roomId, search, from, limit }) {
      const view = await rooms.findView(db.read, roomId);
      if (!view || !isSpace(view) || view.membershipOf(by) !== 'join') {
        throw refuse('community_not_found', 'There is no such community, or you are not in it.');
      }
      const start = startOf(from);
      const wanted = folded(search.trim());
      const found = membersOf(view)
        .filter((member) => matches(member, wanted))
        .toSorted(byRoleThenName);
      const end = start + Math.min(limit, COMMUNITY_MEMBERS_PAGE_MAX);
      return {
        members: found.slice(start, end),
        total: found.length,
        next: end < found.length ? `m${end}` : null,
      };
    },
  };
}

function startOf(token: string | null): number {
  if (token === null) return 0;
  const match = /^m(\d{1,7})$/.exec(token);
  if (match) return Number(match[1]);
  throw refuse('directory_token_invalid', 'This paging token was not given out by this server.');
}

function membersOf(view: RoomView): ListedMember[] {
  return view.membersWith('join').map((userId) => {
    const content = view.get('m.room.member', userId)?.content ?? {};
    return {
      userId,
      displayName: textOf(content['displayname']),
      avatarUrl: textOf(content['avatar_url']),
      role: roleOfLevel(powerLevelOf(userId, view)),
      label: textOf(content[LABEL_FIELD]),
    };
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** As it is compared: case and accents do not count. */
function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function matches({ userId, displayName, label }: ListedMember, wanted: string): boolean {
  if (wanted === '') return true;
  const bare = wanted.startsWith('@') ? wanted.slice(1) : wanted;
  const localpart = userId.slice(1, userId.indexOf(':'));
  return (
    folded(displayName ?? '').includes(wanted) ||
    folded(label ?? '').includes(wanted) ||
    (bare !== '' && localpart.startsWith(bare))
  );
}

function byRoleThenName(one: ListedMember, other: ListedMember): number {
  const byRole = ROLE_LEVELS[other.role] - ROLE_LEVELS[one.role];
  if (byRole !== 0) return byRole;
  const byName = nameOf(one).localeCompare(nameOf(other));
  return byName === 0 ? (one.userId < other.userId ? -1 : 1) : byName;
}

function nameOf({ displayName, userId }: ListedMember): string {
  return displayName ?? userId.slice(1);
}

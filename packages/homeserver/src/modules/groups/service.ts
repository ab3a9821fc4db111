import type { Clock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Random } from '../../platform.ts';
import type { Database, Txn } from '../../storage/index.ts';
import type { RoomGate, RoomService } from '../rooms/index.ts';
import { createGroupGate } from './gate.ts';
import { createLinkService, type LinkService } from './links/link-service.ts';
import { linkStore } from './links/link-store.ts';
import { createMemberService, type MemberService } from './members/member-service.ts';
import type { PeoplePort } from './ports.ts';
import { createRoleService, type RoleService } from './roles/role-service.ts';
import { turnStore } from './turn-store.ts';

/** What makes a room a group people can live in. */
export interface Groups {
  readonly roles: RoleService;
  readonly members: MemberService;
  readonly links: LinkService;
  /** Stands before every append to a room. */
  readonly gate: RoomGate;
  removePerson(txn: Txn, userId: UserId): Promise<void>;
}

export interface GroupDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly rooms: RoomService;
  readonly people: PeoplePort;
}

export function createGroups(deps: GroupDeps): Groups {
  return {
    roles: createRoleService(deps.rooms),
    members: createMemberService(deps),
    links: createLinkService(deps),
    gate: createGroupGate(deps),
    async removePerson(txn, userId) {
      await linkStore.remove(txn, { createdBy: userId });
      await turnStore.removePerson(txn, userId);
    },
  };
}

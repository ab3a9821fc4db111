import type { Clock } from '@sotto/kit';
import type { Hasher, UserId } from '@sotto/protocol';
import type { Random } from '../../platform.ts';
import type { Database, Db, Txn } from '../../storage/index.ts';
import type { InboxService } from '../inbox/index.ts';
import type { RoomGate, RoomService } from '../rooms/index.ts';
import type { SettingsService } from '../settings/index.ts';
import type { BlockBook } from './blocks/block-book.ts';
import { createBlockService } from './blocks/block-service.ts';
import {
  createDirectConversations,
  type DirectConversations,
} from './direct/direct-conversations.ts';
import { createLinkService, type LinkService } from './links/link-service.ts';
import { linkStore } from './links/link-store.ts';
import { contactStore } from './people/contact-store.ts';
import type { Guard } from './people/guard.ts';
import { createPeopleService, type PeopleService } from './people/people-service.ts';
import type { PeoplePort } from './people/ports.ts';
import { createRelations } from './people/relations.ts';
import type { TrustBook } from './people/trust-book.ts';
import { createRequestGate } from './requests/gate.ts';
import { readPolicy } from './requests/policy.ts';
import { requestStore } from './requests/request-store.ts';
import type { VisibilityBook } from './visibility/visibility-book.ts';
import {
  createRequestService,
  type RequestDeps,
  type RequestService,
} from './requests/request-service.ts';

/** Who knows whom, who may reach whom, and the one conversation of a set of people. */
export interface Contacts {
  readonly direct: DirectConversations;
  readonly people: PeopleService;
  readonly requests: RequestService;
  readonly links: LinkService;
  /** Stands before every append to a room. */
  readonly gate: RoomGate;
  /** Throws a refusal unless this is a policy. */
  checkPolicy(content: unknown): Promise<void>;
  /** Takes over whom somebody has blocked by their account data. */
  takeBlockList(txn: Txn, owner: UserId, content: Readonly<Record<string, unknown>>): Promise<void>;
  removePerson(txn: Txn, userId: UserId): Promise<void>;
}

export interface ContactDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly hasher: Hasher;
  readonly inbox: InboxService;
  readonly rooms: RoomService;
  readonly settings: Pick<SettingsService, 'findGlobal' | 'write'>;
  readonly people: PeoplePort;
  readonly blockBook: BlockBook;
  readonly visibility: VisibilityBook;
  readonly trust: TrustBook;
  readonly guard: Guard;
  readonly firstContactsPerDay: number;
  readonly report: RequestDeps['report'];
  /** The people among these who have a living account here. */
  readonly listActive: (db: Db, userIds: readonly UserId[]) => Promise<ReadonlySet<UserId>>;
}

export function createContacts(deps: ContactDeps): Contacts {
  const { rooms, settings } = deps;
  const relations = createRelations(deps);
  const people = createPeopleService({
    ...deps,
    relations,
    onTrusted: (txn, owner, subject) => requests.reveal(txn, owner, subject),
    async haveMet(db, viewer, subject) {
      if ((await rooms.listShared(db, viewer, subject)).length > 0) return true;
      return requestStore.hasEverAsked(db, { receiver: viewer, sender: subject });
    },
  });
  const blocks = createBlockService(deps.blockBook, settings);
  const links = createLinkService({ ...deps, contacts: people, blocks });
  const requests: RequestService = createRequestService({
    ...deps,
    relations,
    people,
    accounts: deps.people,
    blocks,
  });
  const direct = createDirectConversations({
    ...deps,
    links,
    async isContact(db, owner, subject) {
      const contact = await contactStore.find(db, { owner, subject });
      return contact?.isContact === true && !(await blocks.has(db, owner, subject));
    },
  });

  return {
    direct,
    people,
    links,
    requests,
    gate: createRequestGate({
      ...deps,
      relations,
      onInvited: (txn, { roomId, view }) => direct.onInvited(txn, roomId, view),
      async onJoined(txn, { roomId, userId, acceptedFrom, room }) {
        const present = [...room.membersWith('join'), ...room.membersWith('invite')];
        await direct.onJoined(txn, roomId, userId, present);
        if (acceptedFrom !== null) await people.becomeContacts(txn, userId, acceptedFrom);
      },
    }),
    async checkPolicy(content) {
      readPolicy(content);
    },
    takeBlockList: (txn, owner, content) => blocks.take(txn, owner, content),
    async removePerson(txn, userId) {
      await people.removePerson(txn, userId);
      await linkStore.remove(txn, { owner: userId });
      await deps.visibility.removePerson(txn, userId);
    },
  };
}

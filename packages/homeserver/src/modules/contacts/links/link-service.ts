import { CONTACT_LINKS_MAX, type JsonObject, type UserId } from '@sotto/protocol';
import type { Db } from '../../../storage/index.ts';
import {
  createLinkMaker,
  noSuchLink,
  type LinkMakerDeps,
  type LinkWish,
} from '../../../links/index.ts';
import type { BlockService } from '../blocks/block-service.ts';
import { contactStore } from '../people/contact-store.ts';
import type { Guard } from '../people/guard.ts';
import type { PeopleService } from '../people/people-service.ts';
import type { PeoplePort } from '../people/ports.ts';
import { linkStore, type ContactLink } from './link-store.ts';

export type { ContactLink };

/** Links one gives to people who may write without asking. */
export interface LinkService {
  create(owner: UserId, wish: LinkWish): Promise<ContactLink>;
  list(owner: UserId): Promise<readonly ContactLink[]>;
  revoke(owner: UserId, token: string): Promise<void>;
  /** Whose link it is. One that no longer works is like one that never was. */
  getOwner(token: string): Promise<{ readonly userId: UserId; readonly profile: JsonObject }>;
  /** Makes the caller a contact of `owner`, whose link this is. Using it again changes nothing. */
  redeem(token: string, caller: UserId, owner: UserId): Promise<void>;
}

export interface LinkDeps extends LinkMakerDeps {
  readonly people: PeoplePort;
  readonly contacts: Pick<PeopleService, 'becomeContacts' | 'noteLink'>;
  readonly blocks: BlockService;
  readonly guard: Pick<Guard, 'isMinor'>;
}

export function createLinkService(deps: LinkDeps): LinkService {
  const { db, clock, people, contacts, blocks, guard } = deps;
  const maker = createLinkMaker(linkStore, deps);

  /** A link of somebody who is a minor only since it was made works once, too. */
  async function findOpen(from: Db, token: string): Promise<ContactLink | null> {
    const link = await linkStore.findOpen(from, token, clock.nowMs());
    return link && link.uses > 0 && guard.isMinor(link.owner) ? null : link;
  }

  return {
    async create(owner, wish) {
      // What a minor hands out, they hand to one person.
      const usesMax = guard.isMinor(owner) ? 1 : wish.usesMax;
      const link = maker.draft({ ...wish, usesMax }, { owner });
      await maker.keep(link, {
        by: owner,
        max: CONTACT_LINKS_MAX,
        text: `You can have ${CONTACT_LINKS_MAX} links. Revoke one first.`,
      });
      return link;
    },

    list: (owner) => linkStore.list(db.read, { owner }, CONTACT_LINKS_MAX),

    async revoke(owner, token) {
      if (!(await db.write((txn) => linkStore.remove(txn, { token, owner })))) throw noSuchLink();
    },

    async getOwner(token) {
      const link = await findOpen(db.read, token);
      const profile = link && (await people.findProfile(db.read, link.owner));
      if (!link || !profile) throw noSuchLink();
      return { userId: link.owner, profile };
    },

    async redeem(token, caller, owner) {
      const nowMs = clock.nowMs();
      await db.write(async (txn) => {
        // Several uses by one person at once are one.
        await people.lock(txn, owner);
        const link = await findOpen(txn.db, token);
        const known = await contactStore.find(txn.db, { owner, subject: caller });
        // A link may have been used up by this very person; asked twice, the answer is the same.
        if (known?.isContact) return;
        if (link?.owner !== owner || link.owner === caller) throw noSuchLink();
        // Somebody blocked gets no further with it than without, and is not told.
        if (await blocks.has(txn.db, owner, caller)) return;
        if (!(await linkStore.use(txn, token, nowMs))) throw noSuchLink();
        await contacts.becomeContacts(txn, owner, caller);
        await contacts.noteLink(txn, owner, caller, link.label);
      });
    },
  };
}

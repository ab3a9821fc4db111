import type { Clock } from '@sotto/kit';
import { CONTACTS_MAX, CONTACTS_TYPE, isUserId, type UserId } from '@sotto/protocol';
import type { Database, Db, Txn } from '../../../storage/index.ts';
import type { SettingsService } from '../../settings/index.ts';
import { refuse } from '../errors.ts';
import type { VisibilityBook } from '../visibility/visibility-book.ts';
import { contactStore, type Contact } from './contact-store.ts';
import type { PeoplePort } from './ports.ts';
import type { Relations } from './relations.ts';
import type { TrustBook } from './trust-book.ts';

/** Contacts and follows, and what one may know of another person. */
export interface PeopleService {
  list(owner: UserId): Promise<readonly ListedContact[]>;
  /** What is not named stays as it is. */
  set(owner: UserId, subject: UserId, change: ContactChange): Promise<void>;
  getCard(viewer: UserId, subject: UserId): Promise<PersonCard>;
  /** For requests, whose sender has made themselves known: with the contacts both have. */
  findSenderCard(db: Db, viewer: UserId, subject: UserId): Promise<PersonCard | null>;
  /** Whether somebody hidden from strangers is none to this viewer. */
  isKnown(db: Db, viewer: UserId, subject: UserId): Promise<boolean>;
  /** They have agreed to talk: each becomes a contact of the other. */
  becomeContacts(txn: Txn, one: UserId, other: UserId): Promise<void>;
  /** Notes through which link somebody came to `owner`. */
  noteLink(txn: Txn, owner: UserId, subject: UserId, label: string): Promise<void>;
  removePerson(txn: Txn, userId: UserId): Promise<void>;
}

export interface ContactChange {
  readonly contact?: boolean | undefined;
  readonly follows?: boolean | undefined;
}

export interface ListedContact {
  readonly contact: Contact;
  readonly followsYou: boolean;
}

export interface PersonCard extends ListedContact {
  readonly isBusiness: boolean;
  readonly accountCreatedMs: number;
  readonly mutualGroups: number;
  readonly mutualContacts: number;
  readonly nameChangedMs: number | null;
  readonly photoChangedMs: number | null;
  readonly keysChangedMs: number | null;
}

export interface PeopleDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly people: PeoplePort;
  readonly relations: Relations;
  readonly settings: Pick<SettingsService, 'write'>;
  readonly visibility: Pick<VisibilityBook, 'onContactChanged'>;
  readonly trust: Pick<TrustBook, 'onChanged' | 'removePerson'>;
  /** `owner` has let this person in: as a contact, or by following them. */
  readonly onTrusted: (txn: Txn, owner: UserId, subject: UserId) => Promise<void>;
  /** Whether they are in a room together, or `subject` has asked `viewer`. */
  readonly haveMet: (db: Db, viewer: UserId, subject: UserId) => Promise<boolean>;
}

const DAY_MS = 86_400_000;

export function createPeopleService(deps: PeopleDeps): PeopleService {
  const { db, clock, people, relations } = deps;

  /** Tells the owner's devices that the list is another one now. */
  async function tell(txn: Txn, owner: UserId): Promise<void> {
    const content = { changed_ts: clock.nowMs() };
    await deps.settings.write(
      txn,
      { userId: owner, roomKey: null },
      { type: CONTACTS_TYPE, content },
    );
  }

  async function change(
    txn: Txn,
    owner: UserId,
    subject: UserId,
    wanted: Partial<Pick<Contact, 'isContact' | 'follows' | 'linkLabel'>>,
  ): Promise<void> {
    const before = await contactStore.find(txn.db, { owner, subject });
    const after = { ...(before ?? nothingSaid(subject)), ...wanted };
    if (!after.isContact && !after.follows) {
      if (before) await contactStore.remove(txn, { owner, subject });
    } else {
      if (!before && (await contactStore.count(txn.db, owner)) >= CONTACTS_MAX) {
        throw refuse('too_many_contacts', `You can have ${CONTACTS_MAX} contacts.`);
      }
      await contactStore.put(txn, owner, { ...after, nowMs: clock.nowMs() });
    }
    deps.visibility.onContactChanged(txn, owner, subject, after.isContact);
    deps.trust.onChanged(txn, owner, after);
    if (!before && (after.isContact || after.follows)) await deps.onTrusted(txn, owner, subject);
    await tell(txn, owner);
  }

  async function findCard(
    read: Db,
    viewer: UserId,
    subject: UserId,
    { isSender }: { readonly isSender: boolean },
  ): Promise<PersonCard | null> {
    const facts = isUserId(subject) ? await people.findFacts(read, subject) : null;
    if (!facts) return null;
    const [mine, theirs, mutualGroups, keysChangedMs] = await Promise.all([
      contactStore.find(read, { owner: viewer, subject }),
      contactStore.find(read, { owner: subject, subject: viewer }),
      relations.countGroups(read, viewer, subject),
      people.findKeysChangedMs(read, subject),
    ]);
    // Somebody hidden is there only for those whom they know, or who know them already.
    const isKnown = isSender || viewer === subject || mine || theirs;
    if (facts.isHidden && !isKnown && !(await deps.haveMet(read, viewer, subject))) return null;
    return {
      contact: mine ?? nothingSaid(subject),
      followsYou: theirs?.follows ?? false,
      isBusiness: facts.isBusiness,
      accountCreatedMs: facts.createdMs - (facts.createdMs % DAY_MS),
      mutualGroups,
      // Whom one knows is one's own to tell: only of somebody who has made themselves known.
      mutualContacts:
        isSender || theirs?.isContact
          ? await contactStore.countMutual(read, { owner: viewer, subject })
          : 0,
      nameChangedMs: facts.nameChangedMs,
      photoChangedMs: facts.photoChangedMs,
      keysChangedMs,
    };
  }

  return {
    async list(owner) {
      const [contacts, followers] = await Promise.all([
        contactStore.list(db.read, owner, CONTACTS_MAX),
        contactStore.listFollowersAmongThem(db.read, owner),
      ]);
      return contacts.map((contact) => ({ contact, followsYou: followers.has(contact.subject) }));
    },

    async set(owner, subject, { contact, follows }) {
      if (owner === subject) throw refuse('contact_is_oneself', 'This is you.');
      if (!(await findCard(db.read, owner, subject, { isSender: false }))) {
        throw refuse('person_unknown', 'There is no such person here.');
      }
      await db.write(async (txn) => {
        await people.lock(txn, owner);
        await change(txn, owner, subject, {
          ...(contact !== undefined && { isContact: contact }),
          ...(follows !== undefined && { follows }),
        });
      });
    },

    async getCard(viewer, subject) {
      const card = await findCard(db.read, viewer, subject, { isSender: false });
      if (!card) throw refuse('person_unknown', 'There is no such person here.');
      return card;
    },

    findSenderCard: (read, viewer, subject) => findCard(read, viewer, subject, { isSender: true }),

    async isKnown(read, viewer, subject) {
      const said = await Promise.all([
        contactStore.find(read, { owner: viewer, subject }),
        contactStore.find(read, { owner: subject, subject: viewer }),
      ]);
      if (said.some((contact) => contact !== null)) return true;
      return deps.haveMet(read, viewer, subject);
    },

    async becomeContacts(txn, one, other) {
      for (const [owner, subject] of [
        [one, other],
        [other, one],
      ] as const) {
        const before = await contactStore.find(txn.db, { owner, subject });
        // Accepting somebody must not fail because a list is full.
        const isFull = !before && (await contactStore.count(txn.db, owner)) >= CONTACTS_MAX;
        if (!before?.isContact && !isFull) await change(txn, owner, subject, { isContact: true });
      }
    },

    noteLink: (txn, owner, subject, label) => change(txn, owner, subject, { linkLabel: label }),
    async removePerson(txn, userId) {
      await contactStore.removePerson(txn, userId);
      deps.trust.removePerson(txn, userId);
    },
  };
}

function nothingSaid(subject: UserId): Contact {
  return { subject, isContact: false, follows: false, linkLabel: null };
}

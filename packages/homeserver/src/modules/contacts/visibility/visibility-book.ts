import type { RoomId, UserId, VisibilitySettings, VisibleThing } from '@sotto/protocol';
import type { Database, Txn } from '../../../storage/index.ts';
import type { BlockBook } from '../blocks/block-book.ts';
import { contactStore } from '../people/contact-store.ts';
import type { TrustBook } from '../people/trust-book.ts';
import { isShown, readVisibility } from './visibility-rules.ts';
import { visibilityStore } from './visibility-store.ts';

/** One person as another would see them. */
export interface Sight {
  readonly viewer: UserId;
  readonly subject: UserId;
  /** Where; null for what belongs to no room. */
  readonly roomId: RoomId | null;
}

/** Who may see of whom what. Remembered: it is asked for every receipt and every keystroke. */
export interface VisibilityBook {
  /**
   * Whether the viewer sees this of the subject. Both must show it to each other: nobody watches others
   * from where they cannot be seen.
   */
  mayKnow(thing: VisibleThing, sight: Sight): boolean;
  take(txn: Txn, owner: UserId, content: unknown): Promise<void>;
  onContactChanged(txn: Txn, owner: UserId, subject: UserId, isContact: boolean): void;
  removePerson(txn: Txn, userId: UserId): Promise<void>;
}

export interface VisibilityDeps {
  readonly db: Database;
  readonly blocks: Pick<BlockBook, 'areApart'>;
  readonly trust: Pick<TrustBook, 'isContact'>;
  readonly isMinor: (userId: UserId) => boolean;
  /** What others see of `owner` may be something else now. */
  readonly onChanged: (owner: UserId) => void;
}

interface Remembered {
  readonly settings: VisibilitySettings;
  readonly contacts: Set<UserId>;
}

export async function openVisibilityBook(deps: VisibilityDeps): Promise<VisibilityBook> {
  const { db, blocks } = deps;
  const remembered = new Map<UserId, Remembered>();
  for (const { owner, settings } of await visibilityStore.listAll(db.read)) {
    const contacts = await contactStore.listContactIds(db.read, owner);
    remembered.set(owner, { settings: readVisibility(settings), contacts });
  }

  function shows(thing: VisibleThing, { viewer, subject, roomId }: Sight): boolean {
    // When a minor is there, their contacts see at most, whatever they have set.
    const isWatching = thing === 'presence' || thing === 'last_seen';
    if (isWatching && deps.isMinor(subject) && !deps.trust.isContact(subject, viewer)) return false;
    const known = remembered.get(subject);
    if (!known) return true;
    const isContact = known.contacts.has(viewer);
    return isShown(known.settings, thing, { userId: viewer, isContact, roomId });
  }

  return {
    mayKnow(thing, sight) {
      const { viewer, subject, roomId } = sight;
      if (viewer === subject) return true;
      if (blocks.areApart(viewer, subject)) return false;
      return shows(thing, sight) && shows(thing, { viewer: subject, subject: viewer, roomId });
    },

    async take(txn, owner, content) {
      const settings = readVisibility(content);
      await visibilityStore.put(txn, owner, settings);
      const contacts = await contactStore.listContactIds(txn.db, owner);
      txn.afterCommit(() => {
        remembered.set(owner, { settings, contacts });
        deps.onChanged(owner);
      });
    },

    onContactChanged(txn, owner, subject, isContact) {
      txn.afterCommit(() => {
        const known = remembered.get(owner);
        if (!known || known.contacts.has(subject) === isContact) return;
        if (isContact) known.contacts.add(subject);
        else known.contacts.delete(subject);
        deps.onChanged(owner);
      });
    },

    async removePerson(txn, userId) {
      await visibilityStore.remove(txn, userId);
      txn.afterCommit(() => remembered.delete(userId));
    },
  };
}

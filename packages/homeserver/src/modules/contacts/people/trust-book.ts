import type { UserId } from '@sotto/protocol';
import type { Database, Txn } from '../../../storage/index.ts';
import { contactStore, type Contact } from './contact-store.ts';

/**
 * Whom people have as contacts or follow, remembered for the sake of minors: it is asked for every message
 * and every file that reaches one. A row is some hundred bytes.
 */
export interface TrustBook {
  isContact(owner: UserId, subject: UserId): boolean;
  /** Whether `owner` has them as a contact or follows them. What they have said of `owner` does not count. */
  trusts(owner: UserId, subject: UserId): boolean;
  onChanged(txn: Txn, owner: UserId, contact: Contact): void;
  removePerson(txn: Txn, userId: UserId): void;
}

/** Without minors nothing needs to be remembered, and nothing is. */
export async function openTrustBook(
  db: Database,
  { hasMinors }: { readonly hasMinors: boolean },
): Promise<TrustBook> {
  const said = new Map<UserId, Map<UserId, Contact>>();

  function note(owner: UserId, contact: Contact): void {
    const own = said.get(owner) ?? new Map<UserId, Contact>();
    if (contact.isContact || contact.follows) own.set(contact.subject, contact);
    else own.delete(contact.subject);
    if (own.size === 0) said.delete(owner);
    else said.set(owner, own);
  }

  if (hasMinors) {
    for (const { owner, contact } of await contactStore.listAll(db.read)) note(owner, contact);
  }
  const find = (owner: UserId, subject: UserId) => said.get(owner)?.get(subject);
  return {
    isContact: (owner, subject) => find(owner, subject)?.isContact ?? false,
    trusts: (owner, subject) => find(owner, subject) !== undefined,
    onChanged(txn, owner, contact) {
      if (hasMinors) txn.afterCommit(() => note(owner, contact));
    },
    removePerson(txn, userId) {
      txn.afterCommit(() => {
        said.delete(userId);
        for (const own of said.values()) own.delete(userId);
      });
    },
  };
}

import type { Subject } from '../../observable.ts';
import type { Contact, PeopleBook } from '../../types/index.ts';
import { outcomeOf, problemAsTold } from '../../session/problems.ts';
import type { BookContext } from './book-context.ts';
import { ContactList } from './contact-list.ts';
import { createLinks } from './links.ts';
import { PrivateNotes } from './notes/private-notes.ts';
import { findCard, findDetails, setDetails } from './person-facts.ts';
import { watchProtection } from './protection.ts';
import { block, setAudience, setDiscoverability, setRules, unblock } from './reach.ts';

/** What the book can do; what it shows is there before it is opened. */
export type BookActions = Omit<
  PeopleBook,
  'contacts' | 'minor' | 'notes' | 'blocked' | 'rules' | 'audiences' | 'discoverability'
>;

export interface OpenBook {
  readonly actions: BookActions;
  close(): void;
}

export function openBook(
  context: BookContext,
  shown: {
    readonly contacts: Subject<readonly Contact[] | null>;
    readonly minor: Subject<boolean | null>;
  },
): OpenBook {
  const { client } = context.matrix;
  const contacts = new ContactList(context, shown.contacts);
  const notes = new PrivateNotes(context.matrix, context.keptNotes);
  const links = createLinks(context);
  const stopProtection = watchProtection(context, shown.minor);
  return {
    actions: {
      setRelation: (userId, change) => outcomeOf(() => contacts.set(userId, change), problemAsTold),
      findCard: (userId) => findCard(client, userId),
      findDetails: (userId) => findDetails(context, userId),
      setDetails: (details) => outcomeOf(() => setDetails(context, details)),
      setNote: (userId, note) => outcomeOf(async () => notes.set(userId, note)),
      block: (userId) => outcomeOf(() => block(client, userId)),
      unblock: (userId) => outcomeOf(() => unblock(client, userId)),
      setRules: (change) => outcomeOf(() => setRules(client, change)),
      setAudience: (thing, audience) => outcomeOf(() => setAudience(client, thing, audience)),
      setDiscoverability: (mode) => outcomeOf(() => setDiscoverability(client, mode)),
      listLinks: () => links.list(),
      createLink: (wish) => outcomeOf(() => links.create(wish), problemAsTold),
      revokeLink: (token) => outcomeOf(() => links.revoke(token), problemAsTold),
      findLinkOwner: (token) => links.findOwner(token),
    },
    close() {
      stopProtection();
      contacts.close();
      notes.close();
    },
  };
}

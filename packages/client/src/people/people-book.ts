import { EventType } from 'matrix-js-sdk/lib/@types/event.js';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Audience, Discoverability, UserId } from '@sotto/protocol';
import { openSoon } from '../platform/open-later.ts';
import { withActions } from '../platform/with-actions.ts';
import { watchAccountData, type StoredContent } from '../matrix/watch-account-data.ts';
import { createSubject } from '../observable.ts';
import type { Audiences, Contact, MessageRules, PeopleBook } from '../types/index.ts';
import type { BookContext } from './book/book-context.ts';
import {
  DISCOVERABILITY_TYPE,
  MESSAGE_POLICY_TYPE,
  RULE_DEFAULTS,
  VISIBILITY_TYPE,
  VISIBLE_THINGS,
} from './policy-words.ts';

export interface OpenPeopleBook {
  readonly book: PeopleBook;
  close(): void;
}

function readAudiences(settings: StoredContent): Audiences {
  const audienceOf = (thing: string): Audience =>
    // SAFETY: the server takes no settings of another form.
    (settings[thing] as { audience?: Audience } | undefined)?.audience ?? 'everyone';
  // SAFETY: it has an entry for each.
  return Object.fromEntries(VISIBLE_THINGS.map((thing) => [thing, audienceOf(thing)])) as Audiences;
}

/** What the account says of who may reach and find its owner. Other clients may have written it. */
function watchReach(client: MatrixClient) {
  return {
    blocked: watchAccountData(client, EventType.IgnoredUserList, ({ ignored_users: users }) =>
      // SAFETY: the keys of the list are user ids; what is none names nobody.
      typeof users === 'object' && users !== null ? (Object.keys(users) as UserId[]) : [],
    ),
    rules: watchAccountData(client, MESSAGE_POLICY_TYPE, ({ rules }): MessageRules => ({
      ...RULE_DEFAULTS,
      // SAFETY: the server takes no policy of another form.
      ...(rules as Partial<MessageRules> | undefined),
    })),
    audiences: watchAccountData(client, VISIBILITY_TYPE, readAudiences),
    discoverability: watchAccountData(
      client,
      DISCOVERABILITY_TYPE,
      // SAFETY: as above.
      ({ mode }) => (mode as Discoverability | undefined) ?? 'listed',
    ),
  };
}

/**
 * The people I know, as screens see them. What every list shows is here from the start; the rest is
 * a script of its own, fetched once conversations can be shown.
 */
export function openPeopleBook(context: BookContext): OpenPeopleBook {
  const contacts = createSubject<readonly Contact[] | null>(null);
  const minor = createSubject<boolean | null>(null);
  const reach = watchReach(context.matrix.client);
  const later = openSoon(context.online, async () =>
    (await import('./book/open-book.ts')).openBook(context, { contacts, minor }),
  );
  const known = { contacts, minor, notes: context.keptNotes.notes, ...reach };
  return {
    book: withActions(known, async () => (await later.open()).actions),
    close() {
      for (const watch of Object.values(reach)) watch.close();
      later.close();
    },
  };
}

import { EventType } from 'matrix-js-sdk/lib/@types/event.js';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Audience, Discoverability, UserId } from '@sotto/protocol';
import { withActions } from '../platform/with-actions.ts';
import { watchAccountData, type StoredContent } from '../matrix/watch-account-data.ts';
import { createSubject } from '../observable.ts';
import type { Audiences, Contact, MessageRules, PeopleBook } from '../types/index.ts';
import type { BookContext } from './book/book-context.ts';
import type { OpenBook } from './book/open-book.ts';
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
  let opening: Promise<OpenBook> | undefined;
  let closed = false;

  function open(): Promise<OpenBook> {
    opening ??= import('./book/open-book.ts')
      .then(({ openBook }) => openBook(context, { contacts, minor }))
      .catch((error: unknown) => {
        // Without a connection a script does not come either; the next use asks again.
        opening = undefined;
        throw error;
      });
    return opening;
  }
  const openSoon = (): void => {
    // NOTE: tried again with the next connection.
    if (!closed) open().catch(() => undefined);
  };
  openSoon();
  const stopWatching = context.online.subscribe(openSoon);

  const known = { contacts, minor, notes: context.keptNotes.notes, ...reach };
  return {
    book: withActions(known, async () => (await open()).actions),
    close() {
      closed = true;
      stopWatching();
      for (const watch of Object.values(reach)) watch.close();
      // NOTE: one that never opened has nothing to close.
      opening?.then((book) => book.close()).catch(() => undefined);
    },
  };
}

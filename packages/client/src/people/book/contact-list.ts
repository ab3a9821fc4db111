import { ClientEvent } from 'matrix-js-sdk/lib/client.js';
import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { UserId } from '@sotto/protocol';
import type { Subject } from '../../observable.ts';
import type { Contact, Relation } from '../../types/index.ts';
import { openSlot, type Slot } from '../../platform/key-value-store.ts';
import type { KnownProfile } from '../known-people.ts';
import { CONTACTS_TYPE } from '../policy-words.ts';
import { ask, listOf, sottoPath, textOf } from './ask.ts';
import type { BookContext } from './book-context.ts';
import { readRelation } from './person-facts.ts';
import { createRepeater, type Repeater } from './repeater.ts';

/** This many profiles are asked for at a time. */
const PROFILES_AT_ONCE = 8;

interface KeptContact {
  readonly userId: UserId;
  readonly relation: Relation;
  /** Null until it was asked for. */
  readonly profile: KnownProfile | null;
}

/** What the server says of my contacts, kept for when it cannot be asked. */
export class ContactList {
  readonly #context: BookContext;
  readonly #shown: Subject<readonly Contact[] | null>;
  readonly #slot: Slot<readonly KeptContact[]>;
  readonly #loading: Repeater;
  readonly #stops: readonly (() => void)[];
  #list: readonly KeptContact[] | null = null;
  #closed = false;

  constructor(context: BookContext, shown: Subject<readonly Contact[] | null>) {
    const { matrix, platform, online, keptNotes } = context;
    this.#context = context;
    this.#shown = shown;
    this.#slot = openSlot(platform.store, 'contacts');
    this.#loading = createRepeater(() => this.#load());
    matrix.client.on(ClientEvent.AccountData, this.#onAccountData);
    this.#stops = [
      () => matrix.client.off(ClientEvent.AccountData, this.#onAccountData),
      online.subscribe(this.#loading.request),
      keptNotes.notes.subscribe(() => this.#publish()),
    ];
    this.#loading.request();
  }

  async set(
    userId: UserId,
    change: { readonly contact?: boolean; readonly follows?: boolean },
  ): Promise<void> {
    const path = sottoPath('contacts', userId);
    await ask(this.#context.matrix.client, { method: Method.Put, path, body: change });
    // What was chosen is shown at once, not when the server's word of it comes round.
    await this.#loading.done();
  }

  close(): void {
    this.#closed = true;
    for (const stop of this.#stops) stop();
  }

  readonly #onAccountData = (event: MatrixEvent): void => {
    if (event.getType() === CONTACTS_TYPE) this.#loading.request();
  };

  async #load(): Promise<void> {
    if (!this.#list) {
      this.#list = await this.#slot.get();
      this.#publish();
    }
    const { online, matrix } = this.#context;
    if (this.#closed || !online.get()) return;
    const { contacts } = await ask(matrix.client, { path: sottoPath('contacts') });
    const profiles = new Map(this.#list?.map(({ userId, profile }) => [userId, profile]));
    const list = listOf(contacts).map((told): KeptContact => {
      // SAFETY: the server names people by their full Matrix id.
      const userId = textOf(told['user_id']) as UserId;
      return { userId, relation: readRelation(told), profile: profiles.get(userId) ?? null };
    });
    await this.#showNamed(list);
  }

  /** Shows the list, batch by batch of those whose names nobody has told this device yet. */
  async #showNamed(list: readonly KeptContact[]): Promise<void> {
    const nameless = list.filter(({ profile }) => profile === null).map(({ userId }) => userId);
    this.#list = list;
    do {
      const batch = nameless.splice(0, PROFILES_AT_ONCE);
      const learned = new Map(
        await Promise.all(
          batch.map(async (userId) => [userId, await this.#profileOf(userId)] as const),
        ),
      );
      this.#list = this.#list.map((one) =>
        learned.has(one.userId) ? { ...one, profile: learned.get(one.userId) ?? null } : one,
      );
      this.#publish();
    } while (nameless.length > 0 && !this.#closed);
    if (!this.#closed) await this.#slot.set(this.#list);
  }

  async #profileOf(userId: UserId): Promise<KnownProfile | null> {
    const { matrix, knownPeople } = this.#context;
    const seen = knownPeople.find(userId);
    if (seen) return seen;
    try {
      const profile = await matrix.client.getProfileInfo(userId);
      return { displayName: profile.displayname ?? null, avatar: profile.avatar_url ?? null };
    } catch {
      // NOTE: until they are seen somewhere they go by their username.
      return null;
    }
  }

  #publish(): void {
    if (!this.#list || this.#closed) return;
    const { people, knownPeople } = this.#context;
    const contacts = this.#list.map(({ userId, relation, profile }): Contact => {
      const seen = knownPeople.find(userId) ?? profile ?? { displayName: null, avatar: null };
      return { ...relation, person: people.of(userId, seen) };
    });
    this.#shown.set(
      contacts.toSorted((a, b) => a.person.displayName.localeCompare(b.person.displayName)),
    );
  }
}

import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { UserId } from '@sotto/protocol';
import type { ContactLink, PeopleBook, Person } from '../../types/index.ts';
import { ask, askFor, listOf, numberOf, sottoPath, textOf, type Json } from './ask.ts';
import type { BookContext } from './book-context.ts';

const LINKS = 'contact_links';

export interface Links {
  list(): Promise<readonly ContactLink[]>;
  create(wish: Parameters<PeopleBook['createLink']>[0]): Promise<ContactLink>;
  revoke(token: string): Promise<void>;
  findOwner(token: string): Promise<Person | null>;
}

/** Links one gives to people who may write without asking. */
export function createLinks({
  matrix,
  people,
  knownPeople,
}: Pick<BookContext, 'matrix' | 'people' | 'knownPeople'>): Links {
  const { client } = matrix;

  function readLink(told: Json): ContactLink {
    const token = textOf(told['token']);
    return {
      token,
      address: new URL(`/hi/${encodeURIComponent(token)}`, client.baseUrl).href,
      label: textOf(told['label']),
      createdMs: numberOf(told['created_ts']) ?? 0,
      uses: numberOf(told['uses']) ?? 0,
      usesMax: numberOf(told['uses_max']),
      expiresMs: numberOf(told['expires_ts']),
    };
  }

  return {
    async list() {
      const { links } = await ask(client, { path: sottoPath(LINKS) });
      return listOf(links).map(readLink);
    },
    async create({ label, usesMax, expiresMs }) {
      const body = {
        label: label.trim(),
        ...(usesMax === null ? {} : { uses_max: usesMax }),
        ...(expiresMs === null ? {} : { expires_ts: expiresMs }),
      };
      return readLink(await ask(client, { method: Method.Post, path: sottoPath(LINKS), body }));
    },
    async revoke(token) {
      await ask(client, { method: Method.Delete, path: sottoPath(LINKS, token) });
    },
    async findOwner(token) {
      const owner = await askFor(client, sottoPath(LINKS, token));
      if (!owner) return null;
      // SAFETY: the server names people by their full Matrix id.
      const userId = textOf(owner['user_id']) as UserId;
      const profile = {
        displayName: textOf(owner['displayname']) || null,
        avatar: textOf(owner['avatar_url']) || null,
      };
      knownPeople.note(userId, profile);
      return people.of(userId, profile);
    },
  };
}

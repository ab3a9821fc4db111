import type { Person } from '@sotto/client';

/** Where a person's page is, for handing out: `https://sotto.example/u/mira`. */
export function profileAddress(origin: string, { handle }: Pick<Person, 'handle'>): string {
  return new URL(`/u/${encodeURIComponent(handle.slice(1))}`, origin).href;
}

/** An address as people read it aloud: without what every address begins with. */
export function shortAddress(address: string): string {
  return decodeURIComponent(address.replace(/^https?:\/\//u, ''));
}

import { readHost } from './host.ts';

/** Where a link leads, to be shown to people. */
export interface ShownHost {
  /** What stands in front of the part somebody registered: `login.` of `login.example.org`. */
  readonly front: string;
  /** The part somebody registered, which says who is behind it: `example.org`. */
  readonly domain: string;
  /** As the network knows it, if that reads otherwise: `xn--…`. */
  readonly inNetwork: string | null;
}

/** Null for what is no address of a page. */
export function hostOf(href: string): ShownHost | null {
  if (!URL.canParse(href)) return null;
  const { protocol, hostname } = new URL(href);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const { name, readable, domain } = readHost(hostname);
  return {
    front: readable.slice(0, readable.length - domain.length),
    domain,
    inNetwork: name === readable ? null : name,
  };
}

import { shorteners } from '../rules/rules.ts';
import type { Link, WarningKind } from '../types.ts';
import { isOwnNetwork, readHost, type Host } from './host.ts';
import type { LookAlikes } from './look-alike.ts';
import { mixesAlphabets, posesAsLatin } from './scripts.ts';

/** Something odd about a link, and what its reason has to name. */
export interface Oddity {
  readonly kind: WarningKind;
  readonly names: Readonly<Record<string, string>>;
  readonly evidence: readonly string[];
}

const NAMED_CHARACTERS_MAX = 80;
/** The beginning of what is shown, if it reads as an address. */
const READS_AS_ADDRESS =
  /^(?:https?:\/\/)?((?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,10}\p{L}{2,24})(?=$|[/:?#\s])/iu;

/** What is odd about a link, the worst first; nothing, for what is no address of a page. */
export function checkLink(link: Link, lookAlikes: LookAlikes): readonly Oddity[] {
  if (!URL.canParse(link.href)) return [];
  const url = new URL(link.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return [];
  const host = readHost(url.hostname);
  if (isOwnNetwork(host)) return [];

  const domain = shorten(host.readable);
  const written = hostAsWritten(link) ?? host.readable;
  const found: Oddity[] = [];
  const add = (kind: WarningKind, names: Readonly<Record<string, string>>, evidence = [domain]) =>
    found.push({ kind, names: { domain, ...names }, evidence });

  const claimed = claimedHost(link, url);
  if (claimed !== null && claimed.domain !== host.domain) {
    add('text_target', { shown: shorten(claimed.readable) }, [shorten(claimed.readable), domain]);
  }
  const brand = lookAlikes.find(host, written);
  if (brand !== null) add('look_alike', { brand });
  if (host.number) {
    add('ip_link', {});
    return found;
  }
  const inAscii = /^[a-z\d-]+$/.test(host.labels.at(-1) ?? '');
  if (host.labels.some(mixesAlphabets)) add('mixed_script', {}, [domain, host.name]);
  const poses = inAscii && host.labels.some(posesAsLatin);
  // Latin letters with accents are no disguise.
  const unreadable =
    written.toLowerCase().includes('xn--') &&
    /[^\p{Script=Latin}\p{Script=Common}]/u.test(host.readable);
  if (poses || unreadable) add('punycode', { domain: host.name }, [host.name, domain]);
  if (shorteners.has(host.name.replace(/^www\./, ''))) add('shortener', {});
  return found;
}

/** What a reader takes the link for: the text in its place, or what stands before an `@`. */
function claimedHost({ shown }: Link, url: URL): Host | null {
  if (url.username !== '') {
    const name = decoded(url.username);
    if (READS_AS_ADDRESS.test(name)) return readable(name);
  }
  const [, address] = READS_AS_ADDRESS.exec(shown) ?? [];
  // An address with a user in front reads as one of the user's.
  return address === undefined || shown.includes('@') ? null : readable(address);
}

function readable(address: string): Host | null {
  const written = `https://${address}`;
  return URL.canParse(written) ? readHost(new URL(written).hostname) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // NOTE: what cannot be decoded is read as it is.
    return text;
  }
}

/** The host with the capitals it was written with. */
function hostAsWritten({ shown, href }: Link): string | null {
  const text = READS_AS_ADDRESS.test(shown) ? shown : href;
  return READS_AS_ADDRESS.exec(text)?.[1] ?? null;
}

function shorten(name: string): string {
  return name.length <= NAMED_CHARACTERS_MAX ? name : `…${name.slice(-NAMED_CHARACTERS_MAX)}`;
}

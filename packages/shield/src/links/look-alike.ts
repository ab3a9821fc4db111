import { baitWords, brands, limits, riskyEndings, type Brand } from '../rules/rules.ts';
import { readHost, type Host } from './host.ts';
import { isMistyped, skeletonOf } from './skeleton.ts';

/** A name that others could imitate, and what of it looks how. */
interface Original extends Brand {
  readonly skeleton: string;
  readonly shortSkeleton: string;
  readonly short: boolean;
}

function originalOf(brand: Brand): Original {
  const short = brand.name.length <= limits.shortNameLettersMax;
  return {
    ...brand,
    skeleton: skeletonOf(brand.name),
    shortSkeleton: skeletonOf(brand.name, { short: true }),
    short,
  };
}

const wellKnown = brands.map(originalOf);
const theirs = new Set(brands.flatMap(({ domains }) => domains));

/** Finds whom a host imitates. */
export interface LookAlikes {
  /** The domain it could be taken for, or null. `written` is how the host stood in the message. */
  find(host: Host, written: string): string | null;
}

/** Knows the well-known names, and those of the reader's own servers. */
export function openLookAlikes(homeDomains: readonly string[]): LookAlikes {
  const homes = homeDomains.map(readHost).filter(({ labels, number }) => !number && labels[1]);
  const originals = [
    ...homes.map(({ labels, domainAt, domain }) =>
      originalOf({ name: labels[domainAt] ?? '', domains: [domain] }),
    ),
    ...wellKnown,
  ];
  const genuine = new Set([...theirs, ...homes.map(({ domain }) => domain)]);

  return {
    find(host, written) {
      if (host.number || isGenuine(host, genuine)) return null;
      const found = originals.find((original) => imitates(host, written, original));
      return found?.domains[0] ?? null;
    },
  };
}

function isGenuine({ labels }: Host, genuine: ReadonlySet<string>): boolean {
  return labels.some((_, from) => genuine.has(labels.slice(from).join('.')));
}

function imitates(host: Host, written: string, original: Original): boolean {
  const writtenLabels = written.split('.');
  const label = host.labels[host.domainAt] ?? '';
  // What was written shows capitals; a host of another alphabet is read as it is drawn.
  const shown = writtenLabels.length === host.labels.length ? writtenLabels[host.domainAt] : label;
  const asShown = shown?.toLowerCase() === label ? shown : label;
  const risky = riskyEndings.has(host.labels.at(-1) ?? '');
  return (
    looksLike(label, asShown, original, risky) ||
    isNameWithBait(label, original, risky) ||
    isNameInFront(host, original, risky)
  );
}

/** `paypa1`, `rnicrosoft`, `gooogle`; the name itself only with an ending that anybody gets. */
function looksLike(label: string, shown: string, original: Original, risky: boolean): boolean {
  if (label === original.name) return risky;
  if (original.short) {
    const name = skeletonOf(shown, { short: true });
    return name === original.shortSkeleton && shown !== original.name;
  }
  const name = skeletonOf(shown);
  if (name === original.skeleton) return true;
  return original.name.length >= limits.typoLettersMin && isMistyped(label, original.name);
}

/** `paypal-login`, `login-paypal`, `paypallogin`. */
function isNameWithBait(label: string, original: Original, risky: boolean): boolean {
  const parts = label.split('-');
  if (parts.length > 1 && parts.some((part) => isName(part, original))) {
    const others = parts.filter((part) => !isName(part, original));
    return others.some((part) => baitWords.has(part)) || (risky && !original.short);
  }
  if (original.short) return false;
  const rest = label.startsWith(original.name)
    ? label.slice(original.name.length)
    : label.endsWith(original.name)
      ? label.slice(0, -original.name.length)
      : '';
  // Two letters more make another word; a bait word makes a trap.
  return rest.length > 2 && baitWords.has(rest);
}

/** `paypal.com.example.net`, `paypal.billing-update.info`. */
function isNameInFront(host: Host, original: Original, risky: boolean): boolean {
  const front = host.labels.slice(0, host.domainAt);
  const at = front.findIndex((label) => label.split('-').some((part) => isName(part, original)));
  if (at === -1) return false;
  const following = host.labels[at + 1] ?? '';
  const label = host.labels[host.domainAt] ?? '';
  const ends = original.domains.some(
    (domain) => readHost(domain).labels.at(-1) === following.split('-')[0],
  );
  return ends || risky || label.split('-').some((part) => part.length > 2 && baitWords.has(part));
}

function isName(part: string, original: Original): boolean {
  if (part === original.name) return true;
  return !original.short && skeletonOf(part) === original.skeleton;
}

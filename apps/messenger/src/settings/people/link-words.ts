import type { ContactLink } from '@sotto/client';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The longest label, in UTF-16 units. */
export const LABEL_LENGTH_MAX = 60;

export type Lifetime = 'day' | 'week' | 'month' | 'ever';

export const lifetimes: readonly { readonly value: Lifetime; readonly label: string }[] = [
  { value: 'day', label: '1 day' },
  { value: 'week', label: '1 week' },
  { value: 'month', label: '1 month' },
  { value: 'ever', label: 'Until you revoke it' },
];

const lastsMs: Readonly<Record<Lifetime, number | null>> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  ever: null,
};

export function expiresMsOf(lifetime: Lifetime, nowMs: number): number | null {
  const forMs = lastsMs[lifetime];
  return forMs === null ? null : nowMs + forMs;
}

export const limits: readonly { readonly value: string; readonly label: string }[] = [
  { value: '1', label: '1 person' },
  { value: '5', label: '5 people' },
  { value: '10', label: '10 people' },
  { value: '50', label: '50 people' },
  { value: '', label: 'Any number of people' },
];

/** What all links have in common: how often they were used, and until when they work. */
export type AnyLink = Pick<
  ContactLink,
  'token' | 'label' | 'address' | 'uses' | 'usesMax' | 'expiresMs'
>;

export function isSpent({ uses, usesMax, expiresMs }: AnyLink, nowMs: number): boolean {
  return (usesMax !== null && uses >= usesMax) || (expiresMs !== null && expiresMs <= nowMs);
}

function usesWords({ uses, usesMax }: AnyLink): string {
  if (usesMax !== null) return `Used ${uses} of ${usesMax}`;
  if (uses === 0) return 'Not used yet';
  return `Used by ${uses} ${uses === 1 ? 'person' : 'people'}`;
}

/** `Used 3 of 10 · works until 5 May, 14:05`. `moment` writes a time as its reader does. */
export function linkWords(link: AnyLink, nowMs: number, moment: (ms: number) => string): string {
  const { uses, usesMax, expiresMs } = link;
  if (usesMax !== null && uses >= usesMax) return `Used up: ${uses} of ${usesMax}`;
  if (expiresMs === null) return usesWords(link);
  const when = expiresMs <= nowMs ? 'Expired' : `${usesWords(link)} · works until`;
  return `${when} ${moment(expiresMs)}`;
}

import type { RequestSummary } from '@sotto/client';
import { isolated, listInWords, nameOf } from '../people/names.ts';

const NAMED_MAX = 2;

/** `From Mira and Jonas`, `From Mira and 3 others`. Whoever is hidden until asked for is not named. */
export function requestersInWords(requests: readonly RequestSummary[]): string {
  const named = requests
    .filter(({ blurred }) => !blurred)
    .slice(0, NAMED_MAX)
    .map(({ from }) => isolated(nameOf(from)));
  const rest = requests.length - named.length;
  if (rest === 0) return `From ${listInWords(named)}`;
  const others = named.length === 0 ? (rest === 1 ? 'someone' : 'people') : 'others';
  return `From ${listInWords([...named, rest === 1 ? 'someone' : `${rest} ${others}`])}`;
}

import type { UserId } from '@sotto/protocol';

/**
 * Which events a client wants of a room.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#filtering
 */
export interface EventFilter {
  readonly limit?: number;
  readonly types?: readonly string[];
  readonly not_types?: readonly string[];
  readonly senders?: readonly string[];
  readonly not_senders?: readonly string[];
  readonly contains_url?: boolean;
  readonly lazy_load_members?: boolean;
  readonly include_redundant_members?: boolean;
}

interface Filterable {
  readonly type: string;
  readonly sender?: UserId;
  readonly content: { readonly [key: string]: unknown };
}

/** Exclusions win over inclusions. */
export function matchesFilter(event: Filterable, filter: EventFilter): boolean {
  const { types, not_types: notTypes, senders, not_senders: notSenders } = filter;
  if (notTypes?.some((pattern) => matchesPattern(event.type, pattern))) return false;
  if (types && !types.some((pattern) => matchesPattern(event.type, pattern))) return false;
  if (event.sender !== undefined) {
    if (notSenders?.includes(event.sender)) return false;
    if (senders && !senders.includes(event.sender)) return false;
  }
  if (filter.contains_url === undefined) return true;
  return filter.contains_url === (typeof event.content['url'] === 'string');
}

/** `*` stands for any text. Linear in the text: no expression is built from what a client sends. */
function matchesPattern(text: string, pattern: string): boolean {
  if (!pattern.includes('*')) return text === pattern;
  const [start = '', ...rest] = pattern.split('*');
  if (!text.startsWith(start)) return false;
  const end = rest.pop() ?? '';
  let at = start.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - end.length >= at && text.endsWith(end);
}

/**
 * What a client hands back to say where it was. A sync token is a sequence number of the caller's own
 * inbox; a history token is a position between two events of one room.
 */
export type PageToken =
  | { readonly kind: 'sync'; readonly seq: number }
  /** Just before the event at `position`. */
  | { readonly kind: 'history'; readonly position: number };

export function printSyncToken(seq: number): string {
  return `s${seq}`;
}

export function printHistoryToken(position: number): string {
  return `t${position}`;
}

/** Null for what this server never gave out. */
export function parseToken(text: string): PageToken | null {
  const match = /^([st])(\d{1,15})$/.exec(text);
  if (!match) return null;
  const number = Number(match[2]);
  return match[1] === 's' ? { kind: 'sync', seq: number } : { kind: 'history', position: number };
}

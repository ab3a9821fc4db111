/** The plain form of a key bundle: room keys, and which were withheld, each naming its session. */
interface KeyBundle {
  readonly room_keys?: readonly { readonly session_id?: unknown }[];
  readonly withheld?: readonly { readonly session_id?: unknown }[];
}

/**
 * A key bundle with nothing in it but the given sessions; null if none of them is there.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#sharing-room-keys-with-new-members
 */
export function narrowBundle(
  plain: Uint8Array,
  sessionIds: ReadonlySet<string>,
): Uint8Array<ArrayBuffer> | null {
  // SAFETY: this device made it a moment ago; what has no session id is left out below.
  const bundle = JSON.parse(new TextDecoder().decode(plain)) as KeyBundle;
  const isWanted = ({ session_id: id }: { readonly session_id?: unknown }): boolean =>
    typeof id === 'string' && sessionIds.has(id);
  const narrowed = {
    ...bundle,
    room_keys: (bundle.room_keys ?? []).filter(isWanted),
    withheld: (bundle.withheld ?? []).filter(isWanted),
  };
  if (narrowed.room_keys.length + narrowed.withheld.length === 0) return null;
  return new TextEncoder().encode(JSON.stringify(narrowed));
}

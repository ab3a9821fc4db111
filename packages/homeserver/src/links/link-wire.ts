import type { LinkWish } from './link-maker.ts';
import type { LinkFacts } from './link-store.ts';

/** A link as it is wished for on the wire. */
export function readLinkWish(body: {
  readonly label: string;
  readonly uses_max?: number;
  readonly expires_ts?: number;
}): LinkWish {
  return { label: body.label, usesMax: body.uses_max ?? null, expiresMs: body.expires_ts ?? null };
}

/** What the wire is told of a link, whatever it leads to. */
export function linkFactsReply({ token, label, createdMs, uses, usesMax, expiresMs }: LinkFacts) {
  return {
    token,
    label,
    created_ts: createdMs,
    uses,
    ...(usesMax !== null && { uses_max: usesMax }),
    ...(expiresMs !== null && { expires_ts: expiresMs }),
  };
}

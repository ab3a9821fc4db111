import { sql, type RawBuilder } from 'kysely';

/** Of rows with `expires_ms`, `uses` and `uses_max`: those that can be used once more. Null is without limit. */
export function openUse(nowMs: number): RawBuilder<boolean> {
  return sql<boolean>`(expires_ms is null or expires_ms > ${nowMs}) and (uses_max is null or uses < uses_max)`;
}

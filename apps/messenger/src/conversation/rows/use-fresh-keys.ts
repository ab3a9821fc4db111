import { useState } from 'react';
import type { Row } from './build-rows.ts';

/**
 * Keys of the messages that came last while the conversation was open, so that they may be seen
 * to come; what was there before, or is older, is simply there.
 */
export function useFreshKeys(rows: readonly Row[]): ReadonlySet<string> {
  const newestKey = rows.at(-1)?.key ?? null;
  const [state, setState] = useState({ newestKey, fresh: new Set<string>() });
  if (state.newestKey === newestKey) return state.fresh;

  // A known key that is gone (a discarded message) leaves nothing to count from.
  const known = rows.findLastIndex((row) => row.key === state.newestKey);
  const fresh = new Set(known === -1 ? [] : rows.slice(known + 1).map((row) => row.key));
  setState({ newestKey, fresh });
  return fresh;
}

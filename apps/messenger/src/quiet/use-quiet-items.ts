import type { ConversationSummary } from '@sotto/client';
import type { MenuItem } from '@sotto/ui';
import { useEffect, useState } from 'react';
import type { quietItems, QuietItemsOptions } from './quiet-items.tsx';

type MakeItems = typeof quietItems;

let made: MakeItems | null = null;

/** How loud a conversation is, as rows of a menu: fetched once conversations are shown. */
export function useQuietItems(
  summary: ConversationSummary,
  options: QuietItemsOptions,
): readonly MenuItem[] {
  const [make, setMake] = useState(() => made);
  useEffect(() => {
    if (make !== null) return;
    async function fetchItems(): Promise<void> {
      const { quietItems: fetched } = await import('./quiet-items.tsx');
      made = fetched;
      setMake(() => fetched);
    }
    // NOTE: without a connection a script does not come either; the next row asks again.
    fetchItems().catch(() => undefined);
  }, [make]);
  return make === null ? [] : make(summary, options);
}

import type { ConversationSummary, Group } from '@sotto/client';
import { useEffect, useState } from 'react';
import { useAccount } from '../app/index.ts';

/** A group, open while its screen is there. Null until it is, and if it is not there any more. */
export function useGroup(id: ConversationSummary['id']): Group | null {
  const { groups } = useAccount();
  const [group, setGroup] = useState<Group | null>(null);
  useEffect(() => {
    let opened: Group | null = null;
    let current = true;
    const open = async (): Promise<void> => {
      opened = await groups.open(id);
      if (current) setGroup(opened);
      else opened?.close();
    };
    // NOTE: without a connection its script does not come; the screen goes on without what it shows.
    open().catch(() => undefined);
    return () => {
      current = false;
      opened?.close();
    };
  }, [groups, id]);
  return group;
}

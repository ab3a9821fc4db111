import type { ConversationSummary, Group } from '@sotto/client';
import { useEffect, useState } from 'react';
import { useAccount } from '../app/index.ts';

/** A group, open while its screen is there. Null until it is, and if it is not there any more. */
export function useGroup(id: ConversationSummary['id']): Group | null {
  const { groups, connection } = useAccount();
  const [group, setGroup] = useState<Group | null>(null);
  useEffect(() => {
    let opened: Group | null = null;
    let opening = false;
    let current = true;
    const open = async (): Promise<void> => {
      if (opened !== null || opening) return;
      opening = true;
      // NOTE: without a connection its script does not come; once there is one, this is tried again.
      opened = await groups.open(id).catch(() => null);
      opening = false;
      if (current) setGroup(opened);
      else opened?.close();
    };
    const stop = connection.subscribe(() => void open());
    void open();
    return () => {
      current = false;
      stop();
      opened?.close();
    };
  }, [groups, connection, id]);
  return group;
}

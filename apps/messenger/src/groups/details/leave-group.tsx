import type { ConversationSummary } from '@sotto/client';
import { useGroup } from '../use-group.ts';
import { LeaveGroupDialog } from './leave-group-dialog.tsx';

export interface LeaveGroupProps {
  readonly id: ConversationSummary['id'];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The question before leaving, for whoever has the conversation open and not its details. */
export function LeaveGroup({ id, open, onClose }: LeaveGroupProps) {
  const group = useGroup(id);
  return open && group !== null && <LeaveGroupDialog id={id} group={group} onClose={onClose} />;
}

import type { CommunitySummary, Group } from '@sotto/client';
import { AddPeopleDialog } from '../../groups/add/add-people-dialog.tsx';
import { LeaveGroupDialog } from '../../groups/details/leave-group-dialog.tsx';
import { GroupLinksDialog } from '../../groups/links/group-links-dialog.tsx';
import { EditGroupDialog } from '../../groups/settings/edit-group-dialog.tsx';
import { LabelDialog } from '../../groups/settings/label-dialog.tsx';
import { PermissionsDialog } from '../../groups/settings/permissions-dialog.tsx';

/** What is done with a community as with a group: each in a dialog of its own. */
export type Task = 'add' | 'links' | 'edit' | 'label' | 'permissions' | 'leave';

export interface CommunityTaskProps {
  readonly community: CommunitySummary;
  readonly group: Group;
  readonly task: Task;
  readonly onClose: () => void;
}

export function CommunityTask({ community, group, task, onClose }: CommunityTaskProps) {
  const { id, name, avatar } = community;
  const summary = { id, title: name, avatar, person: null };
  const given = { group, summary, onClose };
  switch (task) {
    case 'add':
      return <AddPeopleDialog {...given} />;
    case 'links':
      return <GroupLinksDialog {...given} />;
    case 'edit':
      return <EditGroupDialog {...given} />;
    case 'label':
      return <LabelDialog group={group} onClose={onClose} />;
    case 'permissions':
      return <PermissionsDialog group={group} onClose={onClose} />;
    case 'leave':
    default:
      return <LeaveGroupDialog id={id} group={group} onClose={onClose} />;
  }
}

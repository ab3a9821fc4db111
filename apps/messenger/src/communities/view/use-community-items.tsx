import type { CommunitySummary, GroupState } from '@sotto/client';
import type { MenuItem } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import {
  Link2,
  LogOut,
  Pencil,
  Settings2,
  ShieldCheck,
  Tag,
  UserRoundPlus,
  Users,
} from 'lucide-react';
import { mayManage } from '../community-words.ts';
import type { Task } from './community-task.tsx';

/** All that can be done with a community as a whole. What I may do is known once its group is open. */
export function useCommunityItems(
  { id, myRole }: CommunitySummary,
  state: GroupState | null,
  begin: (task: Task) => void,
): readonly MenuItem[] {
  const navigate = useNavigate();
  const params = { communityId: id };
  const { can } = state ?? {};
  const people: readonly MenuItem[] = [
    {
      label: 'People',
      icon: <Users />,
      onSelect: () => void navigate({ to: '/s/$communityId/people', params }),
    },
    ...(can?.add === true
      ? [
          { label: 'Add people', icon: <UserRoundPlus />, onSelect: () => begin('add') },
          { label: 'Links to this community', icon: <Link2 />, onSelect: () => begin('links') },
        ]
      : []),
  ];
  const staff: readonly MenuItem[] = [
    ...(can?.change === true
      ? [{ label: 'Edit community', icon: <Pencil />, onSelect: () => begin('edit') }]
      : []),
    ...(mayManage(myRole)
      ? [
          {
            label: 'Manage channels',
            icon: <Settings2 />,
            onSelect: () => void navigate({ to: '/s/$communityId/settings', params }),
          },
        ]
      : []),
    ...(can?.setPermissions === true
      ? [{ label: 'Permissions', icon: <ShieldCheck />, onSelect: () => begin('permissions') }]
      : []),
  ];
  // What their dialogs show is not there before the group is open.
  const disabled = state === null;
  return [
    ...people,
    'separator',
    ...staff,
    ...(staff.length > 0 ? (['separator'] as const) : []),
    { label: 'Your label here', icon: <Tag />, disabled, onSelect: () => begin('label') },
    {
      label: 'Leave community',
      icon: <LogOut />,
      danger: true,
      disabled,
      onSelect: () => begin('leave'),
    },
  ];
}

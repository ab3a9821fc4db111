import type { ConversationSummary, Group } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { Link2, Pencil, ShieldCheck, Tag, UserRoundPlus, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { PersonAvatar } from '../../app/index.ts';
import { HeaderStatus } from '../../conversation/header/header-status.tsx';
import { ActionRow } from '../../people/person/actions/action-row.tsx';
import { AddPeopleDialog } from '../add/add-people-dialog.tsx';
import { GroupLinksDialog } from '../links/group-links-dialog.tsx';
import { AskingList } from '../members/asking-list.tsx';
import { BannedDialog } from '../settings/banned-dialog.tsx';
import { EditGroupDialog } from '../settings/edit-group-dialog.tsx';
import { GroupSettings } from '../settings/group-settings.tsx';
import { LabelDialog } from '../settings/label-dialog.tsx';
import { PermissionsDialog } from '../settings/permissions-dialog.tsx';
import { GroupPeople } from './group-people.tsx';

export interface GroupDetailsProps {
  readonly group: Group;
  readonly summary: ConversationSummary;
}

type Task = 'add' | 'edit' | 'links' | 'label' | 'permissions' | 'banned';

/** What a group is, who is in it, and what I may do about that. */
export function GroupDetails({ group, summary }: GroupDetailsProps) {
  const state = useObservable(group.state);
  const [task, setTask] = useState<Task | null>(null);
  const { kind, can, members, banned, description, myLabel } = state;
  const close = (): void => setTask(null);
  const asking = can.add ? (members ?? []).filter(({ membership }) => membership === 'asking') : [];
  return (
    <>
      <div className="flex flex-col items-center text-center">
        <PersonAvatar name={summary.title} id={summary.id} avatar={summary.avatar} sizePx={88} />
        <p className="mt-3 max-w-full text-title font-semibold wrap-anywhere">
          <bdi>{summary.title}</bdi>
        </p>
        <HeaderStatus summary={summary} />
        {description !== '' && (
          <p className="mt-2 max-w-full text-start whitespace-pre-line wrap-anywhere">
            <bdi>{description}</bdi>
          </p>
        )}
      </div>
      {asking.length > 0 && (
        <section aria-label="Asking to join">
          <h3 className="pb-1 text-small font-semibold text-quiet">Asking to join</h3>
          <AskingList group={group} asking={asking} />
        </section>
      )}
      <div className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {can.add && (
          <ActionRow icon={<UserRoundPlus />} label="Add people" onAct={() => setTask('add')} />
        )}
        {can.add && (
          <ActionRow
            icon={<Link2 />}
            label={`Links to this ${kind}`}
            onAct={() => setTask('links')}
          />
        )}
        {can.change && (
          <ActionRow icon={<Pencil />} label={`Edit ${kind}`} onAct={() => setTask('edit')} />
        )}
        <ActionRow
          icon={<Tag />}
          label="Your label here"
          {...(myLabel === '' ? {} : { description: myLabel })}
          onAct={() => setTask('label')}
        />
        {can.setPermissions && (
          <ActionRow
            icon={<ShieldCheck />}
            label="Permissions"
            onAct={() => setTask('permissions')}
          />
        )}
        {can.unban && banned.length > 0 && (
          <ActionRow
            icon={<UserRoundX />}
            label={`Removed for good (${banned.length})`}
            onAct={() => setTask('banned')}
          />
        )}
      </div>
      <GroupPeople group={group} />
      <GroupSettings group={group} />
      {task === 'add' && <AddPeopleDialog group={group} summary={summary} onClose={close} />}
      {task === 'edit' && <EditGroupDialog group={group} summary={summary} onClose={close} />}
      {task === 'links' && <GroupLinksDialog group={group} summary={summary} onClose={close} />}
      {task === 'label' && <LabelDialog group={group} onClose={close} />}
      {task === 'permissions' && <PermissionsDialog group={group} onClose={close} />}
      {task === 'banned' && <BannedDialog group={group} onClose={close} />}
    </>
  );
}

import type { Group, GroupMember, Person } from '@sotto/client';
import { Button, useObservable } from '@sotto/ui';
import { useState, type ReactNode } from 'react';
import { AskingList } from '../../groups/members/asking-list.tsx';
import { MemberLine } from '../../groups/members/member-line.tsx';
import { BannedDialog } from '../../groups/settings/banned-dialog.tsx';

export interface ComingInProps {
  readonly group: Group;
  readonly onManage: (person: Person) => void;
}

/** For who looks after a community: who asks to join, who was asked in, and who cannot come back. */
export function ComingIn({ group, onManage }: ComingInProps) {
  const { can, members, banned } = useObservable(group.state);
  const [showing, setShowing] = useState(false);
  if (!can.add) return null;
  const having = (membership: GroupMember['membership']) =>
    (members ?? []).filter((member) => member.membership === membership);
  const [asking, invited] = [having('asking'), having('invited')];
  return (
    <>
      {asking.length > 0 && (
        <Part title="Asking to join">
          <AskingList group={group} asking={asking} />
        </Part>
      )}
      {invited.length > 0 && (
        <Part title="Asked in">
          <ul className="-mx-2">
            {invited.map((member) => (
              <li key={member.person.userId}>
                <MemberLine member={member} mine={false} onOpen={() => onManage(member.person)} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {can.unban && banned.length > 0 && (
        <Button
          variant="quiet"
          size="small"
          className="ms-2 self-start"
          onClick={() => setShowing(true)}
        >
          Removed for good ({banned.length})
        </Button>
      )}
      {showing && <BannedDialog group={group} onClose={() => setShowing(false)} />}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="px-4 pb-3">
      <h2 className="pb-1 text-small font-semibold text-quiet">{title}</h2>
      {children}
    </section>
  );
}

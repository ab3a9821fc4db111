import type { Group, GroupMember } from '@sotto/client';
import { Button, Skeleton, useObservable } from '@sotto/ui';
import { lazy, Suspense, useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { MemberDialog } from '../members/member-dialog.tsx';
import { MemberLine } from '../members/member-line.tsx';

const MembersDialog = lazy(async () => ({
  default: (await import('../members/members-dialog.tsx')).MembersDialog,
}));

/** As many as stand in the pane; all of them have a list of their own. */
const SHOWN_MAX = 8;

/** Who is in a group: the mightiest first. */
export function GroupPeople({ group }: { readonly group: Group }) {
  const { members } = useObservable(group.state);
  const me = useObservable(useAccount().me);
  const [open, setOpen] = useState<GroupMember | null>(null);
  const [all, setAll] = useState(false);
  if (members === null) return <PeopleLoading />;
  const people = members.filter(({ membership }) => membership !== 'asking');
  const shown = people.length <= SHOWN_MAX ? people : people.slice(0, SHOWN_MAX - 1);
  return (
    <section aria-label="People">
      <h3 className="pb-1 text-small font-semibold text-quiet">People</h3>
      <ul className="-mx-2">
        {shown.map((member) => (
          <li key={member.person.userId}>
            <MemberLine
              member={member}
              mine={member.person.userId === me.userId}
              onOpen={() => setOpen(member)}
            />
          </li>
        ))}
      </ul>
      {shown.length < people.length && (
        <Button stretch className="mt-2" onClick={() => setAll(true)}>
          Show all {people.length} people
        </Button>
      )}
      {open !== null && (
        <MemberDialog
          group={group}
          userId={open.person.userId}
          person={open.person}
          onClose={() => setOpen(null)}
        />
      )}
      {all && (
        <Suspense>
          <MembersDialog group={group} onClose={() => setAll(false)} />
        </Suspense>
      )}
    </section>
  );
}

function PeopleLoading() {
  return (
    <output aria-label="Loading people" className="flex flex-col gap-3">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-4/5" />
    </output>
  );
}

import type { Group, GroupMember } from '@sotto/client';
import { Dialog, SearchField, useObservable } from '@sotto/ui';
import { useMemo, useRef, useState } from 'react';
import { Virtualizer } from 'virtua';
import { useAccount } from '../../app/index.ts';
import { matchesWords } from '../../people/search-words.ts';
import { MemberDialog } from './member-dialog.tsx';
import { MemberLine } from './member-line.tsx';

const ROW_PX = 56;
/** From so many on one looks for a name. */
const SEARCH_FROM = 20;

export interface MembersDialogProps {
  readonly group: Group;
  readonly onClose: () => void;
}

/** Everybody in a group. Only what is near the eye is in the page. */
export function MembersDialog({ group, onClose }: MembersDialogProps) {
  const { members } = useObservable(group.state);
  const me = useObservable(useAccount().me);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<GroupMember | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const everyone = useMemo(
    () => (members ?? []).filter(({ membership }) => membership !== 'asking'),
    [members],
  );
  const shown = useMemo(
    () =>
      query.trim() === ''
        ? everyone
        : everyone.filter(({ person: { displayName, ownName = '', handle }, label }) =>
            matchesWords([displayName, ownName, handle, label], query),
          ),
    [everyone, query],
  );
  return (
    <Dialog open onOpenChange={onClose} title={`${everyone.length} people`} size="medium">
      {everyone.length >= SEARCH_FROM && (
        <SearchField
          label="Search people"
          placeholder="Search"
          value={query}
          onValueChange={setQuery}
        />
      )}
      <div
        ref={scroller}
        className="-mx-2 mt-2 overflow-y-auto overscroll-contain"
        style={{ height: `min(60dvh, ${Math.max(1, shown.length) * ROW_PX}px)` }}
      >
        {shown.length === 0 ? (
          <p className="p-2 text-quiet">Nobody here is called that.</p>
        ) : (
          <Virtualizer data={shown} itemSize={ROW_PX} scrollRef={scroller} as="ul" item="li">
            {(member) => (
              <MemberLine
                key={member.person.userId}
                member={member}
                mine={member.person.userId === me.userId}
                onOpen={() => setOpen(member)}
              />
            )}
          </Virtualizer>
        )}
      </div>
      {open !== null && (
        <MemberDialog
          group={group}
          userId={open.person.userId}
          person={open.person}
          onClose={() => setOpen(null)}
        />
      )}
    </Dialog>
  );
}

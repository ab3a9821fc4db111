import type { UserId } from '@sotto/protocol';
import { Button, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PersonAvatar, useAccount } from '../../app/index.ts';
import { NameLine } from '../../people/name-line.tsx';
import { nameOf } from '../../people/names.ts';
import { SectionCard } from '../section-card.tsx';
import { UndoRow } from './undo-row.tsx';
import { useBlockedPerson } from './use-blocked-person.ts';

/** More than this is shown when asked for: each has a name to be looked up. */
const SHOWN_AT_FIRST = 20;

/** Whom I have blocked, and the way back. */
export function BlockedSection() {
  const blocked = useObservable(useAccount().people.blocked);
  const [all, setAll] = useState(false);
  const shown = all ? blocked : blocked.slice(0, SHOWN_AT_FIRST);
  return (
    <SectionCard
      id="blocked"
      title="Blocked people"
      text="You see nothing they write, and neither of you sees when the other reads, types or is there. They are not told."
    >
      {blocked.length === 0 && <p className="text-quiet">You have blocked nobody.</p>}
      {shown.map((userId) => (
        <BlockedRow key={userId} userId={userId} />
      ))}
      {shown.length < blocked.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            Show all {blocked.length}
          </Button>
        </div>
      )}
    </SectionCard>
  );
}

function BlockedRow({ userId }: { readonly userId: UserId }) {
  const { people } = useAccount();
  const person = useBlockedPerson(userId);
  return (
    <UndoRow
      face={<PersonAvatar person={person} sizePx={40} />}
      label="Unblock"
      fullLabel={`Unblock ${nameOf(person)}`}
      undo={() => people.unblock(userId)}
    >
      <Link to="/u/$handle" params={{ handle: person.handle.slice(1) }} className="block">
        <NameLine className="font-medium">{nameOf(person)}</NameLine>
      </Link>
      <NameLine className="text-small text-quiet">{person.handle}</NameLine>
    </UndoRow>
  );
}

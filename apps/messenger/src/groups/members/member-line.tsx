import type { GroupMember } from '@sotto/client';
import { Badge } from './badge.tsx';
import { PersonAvatar } from '../../app/index.ts';
import { readerCalendar, useNowMs } from '../../conversation/time/reader-calendar.ts';
import { presenceWords } from '../../conversation/time/time-words.ts';
import { NameLine } from '../../people/name-line.tsx';
import { nameOf } from '../../people/names.ts';
import { roleNames } from '../role-words.ts';

export interface MemberLineProps {
  readonly member: GroupMember;
  readonly mine: boolean;
  readonly onOpen: () => void;
}

function underName({ membership, person, label }: GroupMember): string {
  if (membership === 'invited') return 'Has not accepted yet';
  return label === '' ? person.handle : label;
}

/** Somebody in a group: who, what they are here, whether they are there, and what they may do. */
export function MemberLine({ member, mine, onOpen }: MemberLineProps) {
  const { person, role, presence } = member;
  const seen = presenceWords(readerCalendar(), presence, useNowMs());
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex min-h-14 w-full items-center gap-3 rounded-control px-2 text-start hover:bg-hover"
    >
      <PersonAvatar
        person={person}
        sizePx={40}
        presence={presence?.online === true ? 'online' : null}
      />
      <span className="min-w-0 flex-1">
        <NameLine className="font-semibold">{mine ? 'You' : nameOf(person)}</NameLine>
        <span className="flex text-small text-quiet">
          <NameLine>{underName(member)}</NameLine>
          {seen !== null && <span className="shrink-0 whitespace-pre"> · {seen}</span>}
        </span>
      </span>
      {role !== 'member' && <Badge>{roleNames[role]}</Badge>}
    </button>
  );
}

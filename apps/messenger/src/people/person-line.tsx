import type { Person } from '@sotto/client';
import type { ReactNode } from 'react';
import { PersonAvatar } from '../app/index.ts';
import { nameOf } from './names.ts';
import { NameLine } from './name-line.tsx';

export interface PersonLineProps {
  readonly person: Person;
  readonly end?: ReactNode;
}

/** A person in a list: face, name, handle. */
export function PersonLine({ person, end }: PersonLineProps) {
  return (
    <span className="flex h-16 min-w-0 items-center gap-3 px-4 text-start">
      <PersonAvatar person={person} sizePx={44} />
      <span className="min-w-0 flex-1">
        <NameLine className="font-semibold">{nameOf(person)}</NameLine>
        <NameLine className="text-small text-quiet">{person.handle}</NameLine>
      </span>
      {end}
    </span>
  );
}

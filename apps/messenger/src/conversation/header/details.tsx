import type { ConversationSummary, Person } from '@sotto/client';
import { Button, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { PersonAvatar, useAccount } from '../../app/index.ts';
import { nameOf, privacyWords, withoutMe } from '../../people/names.ts';
import { NameLine } from '../../people/name-line.tsx';
import { PersonView } from '../../people/person/person-view.tsx';
import { QuietCard } from '../../quiet/quiet-card.tsx';
import { HeaderStatus } from './header-status.tsx';

export interface DetailsProps {
  readonly summary: ConversationSummary;
  readonly onLeave: () => void;
  readonly onMute: () => void;
}

/** Who is in the conversation and who can read it: the same people, and it says so. */
export function Details({ summary, onLeave, onMute }: DetailsProps) {
  const me = useObservable(useAccount().me);
  const others = withoutMe(summary.members, me);
  const privacy = (
    <p className="w-full rounded-card bg-sunken px-4 py-3 text-small wrap-anywhere">
      {privacyWords(others)}
    </p>
  );
  return (
    <div className="flex flex-col gap-6 pb-4">
      {summary.person === null ? (
        <Group summary={summary} others={others} me={me} privacy={privacy} />
      ) : (
        <>
          <PersonView key={summary.person.userId} person={summary.person} inConversation />
          {privacy}
        </>
      )}
      <QuietCard summary={summary} onMute={onMute} />
      <Button
        icon={<LogOut />}
        className="self-start text-danger"
        variant="quiet"
        onClick={onLeave}
      >
        Leave conversation
      </Button>
    </div>
  );
}

interface GroupProps {
  readonly summary: ConversationSummary;
  readonly others: readonly Person[];
  readonly me: Person;
  readonly privacy: ReactNode;
}

function Group({ summary, others, me, privacy }: GroupProps) {
  return (
    <>
      <div className="flex flex-col items-center text-center">
        <PersonAvatar name={summary.title} id={summary.id} avatar={summary.avatar} sizePx={88} />
        <p className="mt-3 max-w-full text-title font-semibold wrap-anywhere">
          <bdi>{summary.title}</bdi>
        </p>
        <HeaderStatus summary={summary} />
      </div>
      {privacy}
      <section aria-label="People">
        <h3 className="pb-1 text-small font-semibold text-quiet">People</h3>
        <ul>
          {others.map((person) => (
            <Member key={person.userId} person={person} />
          ))}
          <Member person={me} note="You" />
        </ul>
      </section>
    </>
  );
}

function Member({ person, note }: { readonly person: Person; readonly note?: string }) {
  return (
    <li>
      <Link
        to="/u/$handle"
        params={{ handle: person.handle.slice(1) }}
        className="-mx-2 flex min-h-14 items-center gap-3 rounded-control px-2 hover:bg-hover"
      >
        <PersonAvatar person={person} sizePx={40} />
        <span className="min-w-0 flex-1">
          <NameLine className="font-semibold">{nameOf(person)}</NameLine>
          <NameLine className="text-small text-quiet">{person.handle}</NameLine>
        </span>
        {note !== undefined && <span className="text-small text-quiet">{note}</span>}
      </Link>
    </li>
  );
}

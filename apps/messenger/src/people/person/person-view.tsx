import type { Person } from '@sotto/client';
import { Button, useObservable } from '@sotto/ui';
import { MessageCircle } from 'lucide-react';
import { useAccount } from '../../app/index.ts';
import { useStartConversation } from '../use-start-conversation.ts';
import { PersonExceptions } from '../../quiet/person-exceptions.tsx';
import { BlockedBanner } from './actions/blocked-banner.tsx';
import { NoteCard } from './actions/note-card.tsx';
import { PersonAbout } from './person-about.tsx';
import { PersonActions } from './actions/person-actions.tsx';
import { PersonHead } from './person-head.tsx';
import { usePersonFacts } from './use-person-facts.ts';

export interface PersonViewProps {
  readonly person: Person;
  /** True inside the conversation of the two, which needs no way to itself. */
  readonly inConversation?: boolean;
}

/** Who somebody is, to me and by their own account, and what can be done about it. */
export function PersonView({ person, inConversation = false }: PersonViewProps) {
  const blocked = useObservable(useAccount().people.blocked);
  const { facts, reload } = usePersonFacts(person.userId);
  const { starting, start } = useStartConversation();
  const isBlocked = blocked.includes(person.userId);
  const here = facts.kind === 'here' ? facts : null;
  return (
    <div className="flex w-full flex-col items-center gap-5">
      <PersonHead person={person} details={here?.details ?? null} />
      {isBlocked && <BlockedBanner person={person} />}
      {!inConversation && !isBlocked && (
        <Button
          variant="primary"
          stretch
          icon={<MessageCircle />}
          busy={starting}
          onClick={() => start([person])}
        >
          Message
        </Button>
      )}
      <PersonAbout facts={facts} onReload={reload} />
      <NoteCard person={person} />
      {!isBlocked && <PersonExceptions person={person} />}
      <PersonActions person={person} card={here?.card ?? null} />
    </div>
  );
}

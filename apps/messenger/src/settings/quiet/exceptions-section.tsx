import type { QuietState } from '@sotto/client';
import type { RoomId, UserId } from '@sotto/protocol';
import { Button, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PersonAvatar, useAccount } from '../../app/index.ts';
import { NameLine } from '../../people/name-line.tsx';
import { nameOf } from '../../people/names.ts';
import { conversationWords, exceptionIds, personWords } from '../../quiet/exception-words.ts';
import { UndoRow } from '../people/undo-row.tsx';
import { useBlockedPerson } from '../people/use-blocked-person.ts';
import { SectionCard } from '../section-card.tsx';
import { endForConversation, endForPerson } from './end-exceptions.ts';

/** More than this is shown when asked for: each has a name to be looked up. */
const SHOWN_AT_FIRST = 20;

/** For whom it is another than above, and the way back. */
export function ExceptionsSection() {
  const state = useObservable(useAccount().quiet.state);
  const [all, setAll] = useState(false);
  const ids = state === null ? { people: [], conversations: [] } : exceptionIds(state);
  const shown = all ? ids.people : ids.people.slice(0, SHOWN_AT_FIRST);
  const isEmpty = ids.people.length + ids.conversations.length === 0;
  return (
    <SectionCard
      id="exceptions"
      title="Exceptions"
      text="People and conversations for which privacy is set apart. They are made on a person’s page and in a group’s details."
    >
      {isEmpty && <p className="text-quiet">The same for everybody.</p>}
      {state !== null &&
        shown.map((userId) => <PersonRow key={userId} userId={userId} state={state} />)}
      {shown.length < ids.people.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            Show all {ids.people.length}
          </Button>
        </div>
      )}
      {state !== null &&
        ids.conversations.map((id) => <ConversationRow key={id} id={id} state={state} />)}
    </SectionCard>
  );
}

function PersonRow({ userId, state }: { readonly userId: UserId; readonly state: QuietState }) {
  const { quiet } = useAccount();
  const person = useBlockedPerson(userId);
  return (
    <UndoRow
      face={<PersonAvatar person={person} sizePx={40} />}
      label="Remove"
      fullLabel={`Remove the exceptions for ${nameOf(person)}`}
      undo={() => endForPerson(quiet, state, userId)}
    >
      <Link to="/u/$handle" params={{ handle: person.handle.slice(1) }} className="block">
        <NameLine className="font-medium">{nameOf(person)}</NameLine>
      </Link>
      <p className="text-small text-quiet">{personWords(state, userId)}</p>
    </UndoRow>
  );
}

function ConversationRow({ id, state }: { readonly id: RoomId; readonly state: QuietState }) {
  const { quiet, conversations } = useAccount();
  const summary = useObservable(conversations).find((one) => one.id === id);
  const title = summary?.title ?? 'A conversation you left';
  return (
    <UndoRow
      face={
        <PersonAvatar
          name={title}
          id={summary?.person?.userId ?? id}
          avatar={summary?.avatar ?? null}
          sizePx={40}
        />
      }
      label="Remove"
      fullLabel={`Remove the exceptions in ${title}`}
      undo={() => endForConversation(quiet, state, id)}
    >
      <NameLine className="font-medium">{title}</NameLine>
      <p className="text-small text-quiet">{conversationWords(state, id)}</p>
    </UndoRow>
  );
}

import type { Person } from '@sotto/client';
import { Avatar, Button, IconButton, PhotoField, TextField } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { Pane, PaneHeader, useAccount, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { UNNAMED_MAX } from '../../people/choose/chosen-people.ts';
import { namesInWords } from '../../people/names.ts';
import { PersonLine } from '../../people/person-line.tsx';
import { NAME_LENGTH_MAX } from '../group-limits.ts';
import { usePhoto } from '../use-photo.ts';

export interface NewGroupPaneProps {
  readonly people: readonly Person[];
  readonly onBack: () => void;
}

/** A new group's name and photo, both of which may come later, and who will be in it. */
export function NewGroupPane({ people, onBack }: NewGroupPaneProps) {
  const account = useAccount();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const formId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [photo, setPhoto] = usePhoto();
  const needsName = people.length > UNNAMED_MAX;
  const complete = !needsName || name.trim() !== '';
  useEffect(() => field.current?.focus(), []);

  async function start(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!complete) return;
    const userIds = people.map(({ userId }) => userId);
    await attempt.run(async () => {
      const isPlain = name.trim() === '' && photo === null && !needsName;
      const outcome = isPlain
        ? await account.startConversation(userIds)
        : await account.groups.create({ name: name.trim(), photo: photo?.file ?? null, userIds });
      if (outcome.ok) {
        const params = { conversationId: outcome.value };
        await navigate({ to: '/c/$conversationId', params, replace: true });
      }
      return outcome;
    });
  }

  return (
    <Pane
      label="New group"
      header={
        <PaneHeader
          title="New group"
          back={
            <IconButton
              label="Back"
              icon={<ArrowLeft className="rtl:-scale-x-100" />}
              onClick={onBack}
            />
          }
        />
      }
      footer={
        <div className="border-t border-line p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          <Button
            form={formId}
            type="submit"
            variant="primary"
            stretch
            disabled={!complete}
            busy={attempt.busy}
          >
            Start group
          </Button>
        </div>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          void start(event);
        }}
        className="flex flex-col gap-5 px-4 pt-2 pb-4"
      >
        <PhotoField
          label="Group photo"
          face={
            <Avatar
              name={name || namesInWords(people)}
              id={name}
              src={photo?.url ?? null}
              sizePx={72}
            />
          }
          has={photo !== null}
          busy={attempt.busy}
          onChange={setPhoto}
        />
        <TextField
          ref={field}
          label="Name"
          dir="auto"
          autoComplete="off"
          maxLength={NAME_LENGTH_MAX}
          value={name}
          onValueChange={(next) => {
            attempt.forget();
            setName(next);
          }}
          hint={
            needsName
              ? `A group of more than ${UNNAMED_MAX} needs a name.`
              : 'Without one it is called by the people in it.'
          }
        />
        <FormProblem text={attempt.problem?.message ?? null} />
      </form>
      <h2 className="px-4 pb-1 text-small font-semibold text-quiet">
        {people.length} people will be asked
      </h2>
      <ul>
        {people.map((person) => (
          <li key={person.userId}>
            <PersonLine person={person} />
          </li>
        ))}
      </ul>
    </Pane>
  );
}

import type { GroupLinkPreview } from '@sotto/client';
import { Button, TextField } from '@sotto/ui';
import { Hourglass } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { PersonAvatar, useAccount, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { isolated, nameOf } from '../../people/names.ts';
import { REASON_LENGTH_MAX } from '../group-limits.ts';
import { useOpenPlace } from '../use-open-place.ts';

export interface LinkPreviewProps {
  readonly token: string;
  readonly preview: GroupLinkPreview;
  /** What one is to the group may be another thing now. */
  readonly onChange: () => void;
}

const entryWords: Readonly<Record<GroupLinkPreview['kind'], string>> = {
  group: 'You read what is said once you are in. Everybody there sees that you joined.',
  community:
    'You are in its announcements at once, and choose from its other channels. Everybody there sees that you joined.',
  channel: 'Only people of its community can join. You read what is said once you are in.',
};

/** A group somebody may join: what it is, who made the link, and what comes next. */
export function LinkPreview({ token, preview, onChange }: LinkPreviewProps) {
  const { name, avatar, description, memberCount, createdBy, kind } = preview;
  return (
    <div className="m-auto flex w-full max-w-96 animate-appear flex-col items-center gap-5 p-6 text-center">
      <PersonAvatar name={name || kind} id={token} avatar={avatar} sizePx={96} />
      <div className="w-full min-w-0">
        <h2 className="text-page font-semibold wrap-anywhere">
          {name === '' ? `A ${kind} without a name` : <bdi>{name}</bdi>}
        </h2>
        <p className="text-quiet">
          {memberCount} {memberCount === 1 ? 'person' : 'people'}
        </p>
      </div>
      {description !== '' && (
        <p className="w-full text-start whitespace-pre-line wrap-anywhere">
          <bdi>{description}</bdi>
        </p>
      )}
      <p className="text-small text-balance wrap-anywhere text-quiet">
        {isolated(nameOf(createdBy))} made this link.
      </p>
      <WayIn token={token} preview={preview} onChange={onChange} />
    </div>
  );
}

function WayIn({ token, preview, onChange }: LinkPreviewProps) {
  const { membership, kind, id } = preview;
  if (membership === 'in' && id !== null) return <AlreadyIn kind={kind} id={id} />;
  if (membership === 'asking') return <Waiting kind={kind} />;
  return <JoinForm token={token} preview={preview} onChange={onChange} />;
}

function JoinForm({ token, preview: { kind, approval }, onChange }: LinkPreviewProps) {
  const { groups } = useAccount();
  const openPlace = useOpenPlace();
  const attempt = useAttempt();
  const [reason, setReason] = useState('');

  async function join(event: FormEvent): Promise<void> {
    event.preventDefault();
    await attempt.run(async () => {
      const outcome = await groups.joinByLink(token, reason);
      if (!outcome.ok) return outcome;
      if (outcome.value.membership === 'asking') onChange();
      else await openPlace(kind, outcome.value.id);
      return outcome;
    });
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        void join(event);
      }}
      className="flex w-full flex-col gap-4 text-start"
    >
      {approval && (
        <TextField
          label="A sentence about you"
          dir="auto"
          autoComplete="off"
          maxLength={REASON_LENGTH_MAX}
          value={reason}
          onValueChange={setReason}
          hint={`Everybody in the ${kind} sees it. You can leave it empty.`}
        />
      )}
      <Button type="submit" variant="primary" size="large" stretch busy={attempt.busy}>
        {approval ? 'Ask to join' : 'Join'}
      </Button>
      <p className="text-center text-small text-balance text-quiet">
        {approval ? `Somebody in the ${kind} has to let you in.` : entryWords[kind]}
      </p>
      <FormProblem text={attempt.problem?.message ?? null} />
    </form>
  );
}

function Waiting({ kind }: Pick<GroupLinkPreview, 'kind'>) {
  return (
    <output className="flex flex-col items-center gap-2 rounded-card bg-sunken px-5 py-4">
      <Hourglass aria-hidden="true" className="text-quiet" />
      <span className="font-medium">You have asked to join</span>
      <span className="text-small text-balance text-quiet">
        Somebody in the {kind} has to let you in. You need not stay here: it then stands among your{' '}
        {kind === 'community' ? 'communities' : 'conversations'}.
      </span>
    </output>
  );
}

interface AlreadyInProps {
  readonly kind: GroupLinkPreview['kind'];
  readonly id: NonNullable<GroupLinkPreview['id']>;
}

function AlreadyIn({ kind, id }: AlreadyInProps) {
  const openPlace = useOpenPlace();
  return (
    <>
      <p className="text-quiet">You are in this {kind}.</p>
      <Button variant="primary" size="large" stretch onClick={() => void openPlace(kind, id)}>
        Open
      </Button>
    </>
  );
}

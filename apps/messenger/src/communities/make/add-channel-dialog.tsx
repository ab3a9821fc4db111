import type { CommunitySummary } from '@sotto/client';
import { Button, Checkbox, Dialog, TextArea, TextField } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import { useAccount, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { NAME_LENGTH_MAX, TOPIC_LENGTH_MAX } from './channel-drafts.ts';

export interface AddChannelDialogProps {
  readonly community: CommunitySummary;
  readonly onClose: () => void;
}

/** One more channel: for all, or for announcements. */
export function AddChannelDialog({ community, onClose }: AddChannelDialogProps) {
  const { communities } = useAccount();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const formId = useId();
  const [name, setName] = useState('');
  const [topic, setTopic] = useState('');
  const [announcement, setAnnouncement] = useState(false);
  const complete = name.trim() !== '';

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!complete) return;
    await attempt.run(async () => {
      const added = await communities.addChannel(community.id, { name, topic, announcement });
      if (added.ok) {
        onClose();
        await navigate({ to: '/c/$conversationId', params: { conversationId: added.value } });
      }
      return added;
    });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!attempt.busy}
      title="New channel"
      size="small"
      footer={
        <>
          <Button disabled={attempt.busy} onClick={onClose}>
            Cancel
          </Button>
          <Button
            form={formId}
            type="submit"
            variant="primary"
            busy={attempt.busy}
            disabled={!complete}
          >
            Add channel
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          void add(event);
        }}
        className="flex flex-col gap-4"
      >
        <TextField
          label="Name"
          autoComplete="off"
          maxLength={NAME_LENGTH_MAX}
          value={name}
          onValueChange={(next) => {
            attempt.forget();
            setName(next);
          }}
        />
        <TextArea
          label="Description"
          hint="Optional."
          maxLength={TOPIC_LENGTH_MAX}
          value={topic}
          onValueChange={setTopic}
        />
        <Checkbox
          label="Only staff write, and everybody is in it and reads"
          checked={announcement}
          onCheckedChange={setAnnouncement}
        />
        <FormProblem text={attempt.problem?.message ?? null} />
      </form>
    </Dialog>
  );
}

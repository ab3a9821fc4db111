import type { CommunitySummary } from '@sotto/client';
import { Checkbox, FormDialog, TextArea, TextField } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
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
  const [name, setName] = useState('');
  const [topic, setTopic] = useState('');
  const [announcement, setAnnouncement] = useState(false);
  const complete = name.trim() !== '';

  async function add(): Promise<void> {
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
    <FormDialog
      title="New channel"
      size="small"
      submitLabel="Add channel"
      busy={attempt.busy}
      complete={complete}
      onSubmit={add}
      onClose={onClose}
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
    </FormDialog>
  );
}

import { Avatar, Button, Checkbox, PhotoField, TextArea, TextField } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import { BackButton, Pane, PaneHeader, useAccount, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { usePhoto } from '../../groups/use-photo.ts';
import { FirstChannels } from './first-channels.tsx';
import { firstChannels, NAME_LENGTH_MAX, TOPIC_LENGTH_MAX, wishesOf } from './channel-drafts.ts';

/** `/communities/new`: a name, a photo, and where to begin. */
export function CreateCommunityPane() {
  const { communities } = useAccount();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const formId = useId();
  const [name, setName] = useState('');
  const [topic, setTopic] = useState('');
  const [photo, setPhoto] = usePhoto();
  const [approval, setApproval] = useState(false);
  const [channels, setChannels] = useState(firstChannels);
  const wishes = wishesOf(channels);
  const complete = name.trim() !== '' && wishes.length > 0;

  async function create(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!complete) return;
    await attempt.run(async () => {
      const made = await communities.create({
        name,
        topic,
        photo: photo?.file ?? null,
        approval,
        channels: wishes,
      });
      if (made.ok) {
        const params = { communityId: made.value };
        await navigate({ to: '/s/$communityId', params, replace: true });
      }
      return made;
    });
  }

  return (
    <Pane
      label="New community"
      header={<PaneHeader title="New community" back={<BackButton to="/" always />} />}
      footer={
        <div className="border-t border-line p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          <Button
            form={formId}
            type="submit"
            variant="primary"
            stretch
            busy={attempt.busy}
            disabled={!complete}
          >
            Create community
          </Button>
        </div>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          void create(event);
        }}
        className="flex flex-col gap-5 px-4 pt-1 pb-6"
      >
        <p className="text-small text-quiet">
          Channels for up to 1,000 people, with announcements that only staff write.
        </p>
        <PhotoField
          label="Photo of the community"
          face={<Avatar name={name} id="new community" src={photo?.url ?? null} sizePx={72} />}
          has={photo !== null}
          onChange={setPhoto}
        />
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
          hint="Optional. Everybody who is invited can read it."
          maxLength={TOPIC_LENGTH_MAX}
          value={topic}
          onValueChange={setTopic}
        />
        <FirstChannels channels={channels} onChannelsChange={setChannels} />
        <Checkbox
          label="Whoever follows a link asks first, and staff let them in"
          checked={approval}
          onCheckedChange={setApproval}
        />
        <FormProblem text={attempt.problem?.message ?? null} />
      </form>
    </Pane>
  );
}

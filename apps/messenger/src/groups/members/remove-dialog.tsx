import type { Group, GroupKind, Person } from '@sotto/client';
import { Button, Dialog, TextField, useObservable } from '@sotto/ui';
import { useState } from 'react';
import { useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { isolated, nameOf } from '../../people/names.ts';
import { REASON_LENGTH_MAX } from '../group-limits.ts';

export interface RemoveDialogProps {
  readonly group: Group;
  readonly person: Person;
  readonly forGood: boolean;
  readonly invited: boolean;
  readonly onClose: (done: boolean) => void;
}

const removal: Readonly<Record<GroupKind, string>> = {
  group:
    'They read nothing that is said from now on. What they have read stays with them. They can ask to come back after a day.',
  community:
    'They leave the community and all of its channels at once, and read nothing that is written there from now on. What they have read stays with them. They come back only if somebody lets them in.',
  channel:
    'They read nothing that is said from now on. What they have read stays with them. They stay in the community, and can join this channel again.',
};

const ban: Readonly<Record<GroupKind, string>> = {
  group:
    'They read nothing that is said from now on, and cannot come back until somebody lifts the ban. What they have read stays with them.',
  community:
    'They leave the community and all of its channels at once, and cannot come back until somebody lifts the ban. What they have read stays with them.',
  channel:
    'They read nothing that is said from now on, and cannot come back until somebody lifts the ban. They stay in the community.',
};

/** Asks before somebody is taken out, for good with a reason that everybody here sees. */
export function RemoveDialog({ group, person, forGood, invited, onClose }: RemoveDialogProps) {
  const { kind } = useObservable(group.state);
  const attempt = useAttempt();
  const [reason, setReason] = useState('');
  const name = isolated(nameOf(person));

  async function remove(): Promise<void> {
    const { userId } = person;
    const work = () => (forGood ? group.ban(userId, reason) : group.remove(userId));
    if (await attempt.run(work)) onClose(true);
  }
  return (
    <Dialog
      open
      onOpenChange={() => onClose(false)}
      dismissible={!attempt.busy}
      size="small"
      title={
        forGood
          ? `Remove ${name} for good?`
          : invited
            ? `Take back the invitation of ${name}?`
            : `Remove ${name}?`
      }
      description={
        invited && !forGood ? 'They can be asked again later.' : (forGood ? ban : removal)[kind]
      }
      footer={
        <>
          <Button disabled={attempt.busy} onClick={() => onClose(false)}>
            Cancel
          </Button>
          <Button variant="danger" busy={attempt.busy} onClick={() => void remove()}>
            {forGood ? 'Remove for good' : invited ? 'Take back' : 'Remove'}
          </Button>
        </>
      }
    >
      {forGood && (
        <TextField
          label="Reason"
          dir="auto"
          autoComplete="off"
          maxLength={REASON_LENGTH_MAX}
          value={reason}
          onValueChange={setReason}
          hint="Everybody here sees it. You can leave it empty."
        />
      )}
      <FormProblem text={attempt.problem?.message ?? null} />
    </Dialog>
  );
}

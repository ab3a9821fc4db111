import type { Person } from '@sotto/client';
import { ConfirmDialog, useToast } from '@sotto/ui';
import { useAccount } from '../../../app/index.ts';
import { isolated } from '../../names.ts';
import { usePersonNames } from '../use-person-names.ts';

export interface BlockDialogProps {
  readonly person: Person;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks before somebody is blocked, and says what that does. */
export function BlockDialog({ person, open, onOpenChange }: BlockDialogProps) {
  const { people } = useAccount();
  const toast = useToast();
  const name = isolated(usePersonNames(person).shown);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Block ${name}?`}
      text="You will see nothing they write, anywhere, and no requests of theirs. Neither of you sees when the other reads, types or is there. They are not told."
      confirmLabel="Block"
      danger
      onConfirm={async () => {
        const outcome = await people.block(person.userId);
        toast.show(
          outcome.ok
            ? { text: `${name} is blocked.` }
            : { text: outcome.problem.message, tone: 'danger' },
        );
      }}
    />
  );
}

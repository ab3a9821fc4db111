import type { Group, GroupKind, GroupPermissions } from '@sotto/client';
import { Button, Dialog, Select, useObservable } from '@sotto/ui';
import { useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { atLeastNames, roles } from '../role-words.ts';

interface Permission {
  readonly name: keyof GroupPermissions;
  readonly label: string;
}

const permissions: readonly Permission[] = [
  { name: 'send', label: 'Who may write' },
  { name: 'add', label: 'Who may add people and make links' },
  { name: 'change', label: 'Who may change name, photo and description' },
  { name: 'pin', label: 'Who may pin messages' },
];

/** Nothing is said in a community itself, and who writes in a channel makes it what it is. */
const others: Readonly<Record<GroupKind, readonly Permission['name'][]>> = {
  group: [],
  community: ['send', 'pin'],
  channel: ['send'],
};

export interface PermissionsDialogProps {
  readonly group: Group;
  readonly onClose: () => void;
}

/** What members may do, each from which role on. A change holds at once. */
export function PermissionsDialog({ group, onClose }: PermissionsDialogProps) {
  const { kind, permissions: current } = useObservable(group.state);
  const attempt = useAttempt();
  const shown = permissions.filter(({ name }) => !others[kind].includes(name));
  const options = roles.toReversed().map((role) => ({ value: role, label: atLeastNames[role] }));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Permissions"
      size="small"
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {shown.map(({ name, label }) => (
          <Select
            key={name}
            label={label}
            value={current[name]}
            options={options}
            disabled={attempt.busy}
            onValueChange={(role) => void attempt.run(() => group.setPermissions({ [name]: role }))}
          />
        ))}
        <FormProblem text={attempt.problem?.message ?? null} />
      </div>
    </Dialog>
  );
}

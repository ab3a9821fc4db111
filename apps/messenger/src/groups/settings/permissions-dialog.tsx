import type { Group } from '@sotto/client';
import { Button, Dialog, Select, useObservable } from '@sotto/ui';
import { useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { atLeastNames, roles } from '../role-words.ts';

const permissions = [
  { name: 'send', label: 'Who may write' },
  { name: 'add', label: 'Who may add people and make links' },
  { name: 'change', label: 'Who may change name, photo and description' },
  { name: 'pin', label: 'Who may pin messages' },
] as const;

export interface PermissionsDialogProps {
  readonly group: Group;
  readonly onClose: () => void;
}

/** What members may do, each from which role on. A change holds at once. */
export function PermissionsDialog({ group, onClose }: PermissionsDialogProps) {
  const { permissions: current } = useObservable(group.state);
  const attempt = useAttempt();
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
        {permissions.map(({ name, label }) => (
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

import type { BannedPerson, Group } from '@sotto/client';
import { Button, Dialog, useObservable } from '@sotto/ui';
import { PersonAvatar, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { NameLine } from '../../people/name-line.tsx';
import { isolated, nameOf } from '../../people/names.ts';

export interface BannedDialogProps {
  readonly group: Group;
  readonly onClose: () => void;
}

/** Who was removed for good, why, and the way back. */
export function BannedDialog({ group, onClose }: BannedDialogProps) {
  const { banned } = useObservable(group.state);
  return (
    <Dialog open onOpenChange={onClose} title="Removed for good" size="small">
      {banned.length === 0 ? (
        <p className="text-quiet">Nobody is removed for good.</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {banned.map((one) => (
            <Banned key={one.person.userId} group={group} banned={one} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Banned({ group, banned }: { readonly group: Group; readonly banned: BannedPerson }) {
  const { person, reason } = banned;
  const attempt = useAttempt();
  return (
    <li>
      <div className="flex items-center gap-3">
        <PersonAvatar person={person} sizePx={40} />
        <span className="min-w-0 flex-1">
          <NameLine className="font-semibold">{nameOf(person)}</NameLine>
          <span className="block text-small wrap-anywhere text-quiet">
            {reason === '' ? 'No reason given' : <bdi>{reason}</bdi>}
          </span>
        </span>
        <Button
          size="small"
          busy={attempt.busy}
          aria-label={`Lift the ban of ${isolated(nameOf(person))}`}
          onClick={() => void attempt.run(() => group.unban(person.userId))}
        >
          Lift
        </Button>
      </div>
      <FormProblem text={attempt.problem?.message ?? null} />
    </li>
  );
}

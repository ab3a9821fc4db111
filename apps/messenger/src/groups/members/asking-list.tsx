import type { Group, GroupMember } from '@sotto/client';
import { Button } from '@sotto/ui';
import { PersonAvatar, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { NameLine } from '../../people/name-line.tsx';
import { isolated, nameOf } from '../../people/names.ts';

export interface AskingListProps {
  readonly group: Group;
  readonly asking: readonly GroupMember[];
}

/** Who asks to be let in, with what they wrote, and the two answers. */
export function AskingList({ group, asking }: AskingListProps) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {asking.map((member) => (
        <Asking key={member.person.userId} group={group} member={member} />
      ))}
    </ul>
  );
}

function Asking({ group, member }: { readonly group: Group; readonly member: GroupMember }) {
  const { person, reason, canRemove } = member;
  const attempt = useAttempt();
  const name = isolated(nameOf(person));
  return (
    <li className="flex flex-col gap-2 p-3">
      <div className="flex items-center gap-3">
        <PersonAvatar person={person} sizePx={40} />
        <span className="min-w-0 flex-1">
          <NameLine className="font-semibold">{nameOf(person)}</NameLine>
          <NameLine className="text-small text-quiet">{person.handle}</NameLine>
        </span>
      </div>
      {reason !== '' && (
        <p className="text-small wrap-anywhere">
          <bdi>{reason}</bdi>
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          variant="primary"
          busy={attempt.busy}
          aria-label={`Let in ${name}`}
          onClick={() => void attempt.run(() => group.letIn(person.userId))}
        >
          Let in
        </Button>
        {canRemove && (
          <Button
            size="small"
            disabled={attempt.busy}
            aria-label={`Refuse ${name}`}
            onClick={() => void attempt.run(() => group.remove(person.userId))}
          >
            Refuse
          </Button>
        )}
      </div>
      <FormProblem text={attempt.problem?.message ?? null} />
    </li>
  );
}

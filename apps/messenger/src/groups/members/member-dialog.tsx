import type { Group, Person } from '@sotto/client';
import { Button, buttonClasses, Dialog, Select, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { Ban, UserRoundMinus } from 'lucide-react';
import { useState } from 'react';
import { PersonAvatar, useAccount, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { readerCalendar, useNowMs } from '../../conversation/time/reader-calendar.ts';
import { presenceWords } from '../../conversation/time/time-words.ts';
import { isolated, nameOf } from '../../people/names.ts';
import { ActionRow } from '../../people/person/actions/action-row.tsx';
import { roleMeaning, roleNames, roles } from '../role-words.ts';
import { RemoveDialog } from './remove-dialog.tsx';

export interface MemberDialogProps {
  readonly group: Group;
  readonly userId: Person['userId'];
  readonly person: Person;
  /** The community whose channels stay beside their profile. */
  readonly within?: string;
  readonly onClose: () => void;
}

/** Somebody in a group: who they are here, and what I may do about that. */
export function MemberDialog({ group, userId, person, within, onClose }: MemberDialogProps) {
  const { kind, members } = useObservable(group.state);
  const me = useObservable(useAccount().me);
  const attempt = useAttempt();
  const [removing, setRemoving] = useState<'remove' | 'ban' | null>(null);
  const member = members?.find((one) => one.person.userId === userId) ?? null;
  const seen = presenceWords(readerCalendar(), member?.presence ?? null, useNowMs());
  const name = isolated(nameOf(person));
  const isMe = userId === me.userId;
  return (
    <Dialog open onOpenChange={onClose} title={isMe ? 'You' : name} size="small">
      <div className="flex flex-col gap-4">
        <div className="flex items-center gap-3">
          <PersonAvatar
            person={person}
            sizePx={56}
            presence={member?.presence?.online === true ? 'online' : null}
          />
          <div className="min-w-0">
            <p className="truncate text-quiet">
              <bdi>{person.handle}</bdi>
            </p>
            {member !== null && member.label !== '' && (
              <p className="font-medium wrap-anywhere">
                <bdi>{member.label}</bdi>
              </p>
            )}
            {seen !== null && <p className="text-small text-quiet">{seen}</p>}
          </div>
        </div>
        {member === null && <p className="text-quiet">They are no longer in this {kind}.</p>}
        {member !== null && member.rolesToGive.length === 0 && (
          <p className="text-small text-quiet">
            {roleNames[member.role]}: {roleMeaning(kind, member.role)}.
            {kind === 'channel' && ' Roles are given in the community.'}
          </p>
        )}
        {member !== null && member.rolesToGive.length > 0 && (
          <Select
            label="Role"
            value={member.role}
            disabled={attempt.busy}
            options={roles
              .filter((role) => role === member.role || member.rolesToGive.includes(role))
              .map((role) => ({ value: role, label: roleNames[role] }))}
            hint={`${roleMeaning(kind, member.role)}.`}
            onValueChange={(role) => void attempt.run(() => group.setRole(userId, role))}
          />
        )}
        <FormProblem text={attempt.problem?.message ?? null} />
        {!isMe && (
          <Link
            to="/u/$handle"
            params={{ handle: person.handle.slice(1) }}
            {...(within === undefined ? {} : { search: { in: within } })}
            className={buttonClasses({ stretch: true })}
          >
            Open profile
          </Link>
        )}
        {member !== null && (member.canRemove || member.canBan) && (
          <div className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
            {member.canRemove && (
              <ActionRow
                icon={<UserRoundMinus />}
                label={member.membership === 'invited' ? 'Take invitation back' : 'Remove'}
                danger
                onAct={() => setRemoving('remove')}
              />
            )}
            {member.canBan && (
              <ActionRow
                icon={<Ban />}
                label="Remove for good"
                description="They cannot come back, not by a link either."
                danger
                onAct={() => setRemoving('ban')}
              />
            )}
          </div>
        )}
        {member === null && <Button onClick={onClose}>Close</Button>}
      </div>
      {removing !== null && (
        <RemoveDialog
          group={group}
          person={person}
          forGood={removing === 'ban'}
          invited={member?.membership === 'invited'}
          onClose={(done) => {
            setRemoving(null);
            if (done) onClose();
          }}
        />
      )}
    </Dialog>
  );
}

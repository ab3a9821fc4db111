import type { Person, PersonCard } from '@sotto/client';
import { OnceWanted, useObservable } from '@sotto/ui';
import { Ban, Flag, Link2, QrCode, Rss, UserRoundMinus, UserRoundPlus } from 'lucide-react';
import { lazy, useState } from 'react';
import { useAccount, useAttempt } from '../../../app/index.ts';
import { ReportWhenWanted } from '../../../safety/reports/index.ts';
import { FormProblem } from '../../../auth/form-problem.tsx';
import { profileAddress } from '../../links/profile-address.ts';
import { useCopying } from '../../links/use-copying.ts';
import { nameOf } from '../../names.ts';
import { ActionRow } from './action-row.tsx';
import { BlockDialog } from './block-dialog.tsx';

const QrDialog = lazy(async () => ({
  default: (await import('../../links/qr-dialog.tsx')).QrDialog,
}));

export interface PersonActionsProps {
  readonly person: Person;
  /** Null while it is not known, and for people who cannot be looked up. */
  readonly card: PersonCard | null;
}

/** What can be done about somebody. */
export function PersonActions({ person, card }: PersonActionsProps) {
  const { people } = useAccount();
  const isBlocked = useObservable(people.blocked).includes(person.userId);
  const rules = useObservable(people.rules);
  const attempt = useAttempt();
  const copy = useCopying();
  const [shown, setShown] = useState<'code' | 'block' | 'report' | null>(null);
  const address = profileAddress(window.location.origin, person);
  const change = (relation: { contact?: boolean; follows?: boolean }): void => {
    void attempt.run(() => people.setRelation(person.userId, relation));
  };

  return (
    <>
      <div className="w-full divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {card !== null && (
          <>
            <ActionRow
              icon={card.contact ? <UserRoundMinus /> : <UserRoundPlus />}
              label={card.contact ? 'Remove from contacts' : 'Add to contacts'}
              description={
                card.contact || isBlocked || rules.contact !== 'accept'
                  ? 'They are not told.'
                  : 'They reach you without asking. They are not told.'
              }
              busy={attempt.busy}
              onAct={() => change({ contact: !card.contact })}
            />
            <ActionRow
              icon={<Rss />}
              label={card.follows ? 'Unfollow' : 'Follow'}
              description="They can see whether you follow them."
              busy={attempt.busy}
              onAct={() => change({ follows: !card.follows })}
            />
          </>
        )}
        <ActionRow
          icon={<Link2 />}
          label="Copy link to their profile"
          onAct={() => copy(address)}
        />
        <ActionRow icon={<QrCode />} label="Show QR code" onAct={() => setShown('code')} />
        {!isBlocked && (
          <ActionRow icon={<Ban />} label="Block" danger onAct={() => setShown('block')} />
        )}
        <ActionRow icon={<Flag />} label="Report" danger onAct={() => setShown('report')} />
      </div>
      <FormProblem text={attempt.problem?.message ?? null} />
      <OnceWanted wanted={shown === 'code'}>
        <QrDialog
          open={shown === 'code'}
          onOpenChange={() => setShown(null)}
          address={address}
          name={nameOf(person)}
          handle={person.handle}
          text="Scan it with a camera to open this profile."
        />
      </OnceWanted>
      <ReportWhenWanted
        subject={shown === 'report' ? { kind: 'person', person } : null}
        onClose={() => setShown(null)}
      />
      <BlockDialog person={person} open={shown === 'block'} onOpenChange={() => setShown(null)} />
    </>
  );
}

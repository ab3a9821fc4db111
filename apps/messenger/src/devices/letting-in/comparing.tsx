import type { AskingDevice } from '@sotto/client';
import { buttonClasses, Spinner, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';

/** After the yes: the new device signs in, and the pictures open by themselves over this. */
export function Comparing({ asking }: { readonly asking: AskingDevice }) {
  const approvals = useObservable(useAccount().approvals);
  const [compared, setCompared] = useState(false);
  const isComparing = approvals.length > 0;
  if (isComparing && !compared) setCompared(true);
  const over = compared && !isComparing;

  return (
    <div className="flex flex-col items-center gap-4 text-center">
      {over ? (
        <CircleCheck aria-hidden="true" className="size-12 text-accent" />
      ) : (
        <Spinner label="Waiting for the new device" className="size-8 text-accent" />
      )}
      <h2 className="text-page font-semibold text-balance">
        {over ? (
          <>
            <bdi>{asking.clientName ?? 'The new device'}</bdi> is signed in
          </>
        ) : (
          'One more step'
        )}
      </h2>
      <p className="text-pretty text-quiet">
        {over
          ? 'You find it in the list of your devices, with whether it can read your messages.'
          : 'As soon as the new device is signed in, both show a few pictures to compare. Then it can read your messages.'}
      </p>
      <Link
        to="/settings/{-$section}"
        params={{ section: 'devices' }}
        className={buttonClasses({ variant: over ? 'primary' : 'secondary' })}
      >
        Your devices
      </Link>
    </div>
  );
}

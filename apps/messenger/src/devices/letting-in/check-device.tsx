import type { AskingDevice } from '@sotto/client';
import { Button } from '@sotto/ui';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { useAccount, useAttempt, useClock } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { TimeLeft } from '../linking/time-left.tsx';
import { agoText } from './ago-text.ts';
import { NumberChoice } from './number-choice.tsx';

export interface CheckDeviceProps {
  readonly asking: AskingDevice;
  readonly onLetIn: () => void;
  readonly onStopped: (reason: string) => void;
}

/** Where the new device is, the number it shows, and a yes. */
export function CheckDevice({ asking, onLetIn, onStopped }: CheckDeviceProps) {
  const account = useAccount();
  const clock = useClock();
  const attempt = useAttempt();
  const [chosen, setChosen] = useState<number | null>(null);

  async function letIn(): Promise<void> {
    if (chosen === null) return;
    await attempt.run(async () => {
      const outcome = await (await account.devices()).letIn(asking, chosen);
      if (outcome.ok) onLetIn();
      // Without a connection nothing was said yet, and can be said again.
      else if (outcome.problem.code !== 'offline') onStopped(outcome.problem.message);
      return outcome;
    });
  }

  async function refuse(): Promise<void> {
    await attempt.run(async () => {
      const outcome = await (await account.devices()).refuse(asking);
      if (outcome.ok || outcome.problem.code !== 'offline') onStopped('You said no.');
      return outcome;
    });
  }

  return (
    <div className="flex flex-col gap-5">
      <h2 className="text-page font-semibold text-balance">Are you holding this device?</h2>
      <div className="flex items-center gap-3 rounded-card border border-line bg-surface p-4">
        <span
          aria-hidden="true"
          className="grid size-10 shrink-0 place-items-center rounded-full bg-sunken text-quiet"
        >
          <MonitorSmartphone />
        </span>
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">
            <bdi>{asking.clientName ?? 'A device without a name'}</bdi>
          </p>
          <p className="text-small text-quiet">
            {asking.sameNetwork ? 'On the same network as this device' : 'On another network'} ·{' '}
            <bdi className="wrap-anywhere">{asking.address}</bdi>
          </p>
          <p className="text-small text-quiet">
            Asked {agoText(clock.nowMs() - asking.askedAtMs)} ·{' '}
            <TimeLeft endsAtMs={asking.endsAtMs} /> left
          </p>
        </div>
      </div>
      <p className="rounded-control bg-caution-soft px-4 py-3 text-small text-pretty">
        Whoever holds it will be signed in as you. If somebody asked you for this, in a message or
        on the phone, say no. Nobody at Sotto ever does.
      </p>
      <NumberChoice numbers={asking.numbers} chosen={chosen} onChoose={setChosen} />
      <FormProblem text={attempt.problem?.message ?? null} />
      <div className="flex gap-2 *:flex-1">
        <Button
          disabled={attempt.busy}
          onClick={() => {
            void refuse();
          }}
        >
          No, not me
        </Button>
        <Button
          variant="primary"
          busy={attempt.busy}
          disabled={chosen === null}
          onClick={() => {
            void letIn();
          }}
        >
          Link this device
        </Button>
      </div>
    </div>
  );
}

import type { ApprovalRequest } from '@sotto/client';
import { Button, Spinner, useObservable } from '@sotto/ui';
import { useState } from 'react';
import { CompareEmoji } from '../compare-emoji.tsx';
import { DoorFrame } from '../door-frame.tsx';

export interface AskOtherDeviceProps {
  readonly request: ApprovalRequest;
  /** Whose messages this device is about to open. */
  readonly handle: string;
  readonly onBack: () => void;
}

/** Waits for another device of the same person to say yes. The session moves on once it has. */
export function AskOtherDevice({ request, handle, onBack }: AskOtherDeviceProps) {
  const state = useObservable(request.state);
  const [busy, setBusy] = useState(false);

  function act(work: () => Promise<void>): void {
    setBusy(true);
    // NOTE: a failed act shows as the request's own next state.
    void work()
      .catch(() => undefined)
      .finally(() => setBusy(false));
  }
  function stop(): void {
    act(() => request.refuse());
    onBack();
  }

  switch (state.kind) {
    case 'asked':
      return (
        <DoorFrame
          title="Look at your other device"
          text="Open Sotto there and answer “Yes, it’s me”. Then compare a few pictures."
        >
          <Waiting />
          <Button stretch onClick={stop}>
            Use the code instead
          </Button>
          <SignedInAs handle={handle} />
        </DoorFrame>
      );
    case 'comparing':
      return (
        <DoorFrame
          title="Do both devices show this?"
          text="Compare the pictures with those on the other device, in order."
        >
          <CompareEmoji emoji={state.emoji} />
          <div className="mt-4 flex gap-2 *:flex-1">
            <Button disabled={busy} onClick={stop}>
              They differ
            </Button>
            <Button variant="primary" busy={busy} onClick={() => act(() => request.confirmMatch())}>
              They match
            </Button>
          </div>
          <SignedInAs handle={handle} />
        </DoorFrame>
      );
    case 'waiting':
    case 'approved':
      return (
        <DoorFrame
          title={state.kind === 'waiting' ? 'One more tap' : 'Opening your messages'}
          text={
            state.kind === 'waiting' ? 'Answer “They match” on the other device too.' : undefined
          }
        >
          <Waiting />
        </DoorFrame>
      );
    case 'refused':
      return (
        <DoorFrame
          title="The other device said no"
          text="Or it did not answer in time. Nothing has changed. You can ask again or use your recovery code."
        >
          <Button variant="primary" size="large" stretch onClick={onBack}>
            Back
          </Button>
        </DoorFrame>
      );
    default:
      return state satisfies never;
  }
}

/** Whoever lets a device in may do it with an account of their own. */
function SignedInAs({ handle }: { readonly handle: string }) {
  return (
    <p className="mt-4 text-center text-small text-quiet">
      Signed in as <bdi className="font-medium text-text">{handle}</bdi>
    </p>
  );
}

function Waiting() {
  return (
    <p className="grid place-items-center py-8 text-accent">
      <Spinner label="Waiting for your other device" className="size-8" />
    </p>
  );
}

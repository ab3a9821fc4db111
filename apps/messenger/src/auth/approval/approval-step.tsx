import type { ApprovalRequest, ApprovalState } from '@sotto/client';
import { Button, Spinner } from '@sotto/ui';
import type { ReactNode } from 'react';
import { CompareEmoji } from '../compare-emoji.tsx';

export interface Step {
  readonly title: string;
  readonly text: string;
  readonly content?: ReactNode;
  readonly footer?: ReactNode;
}

export interface StepGivens {
  readonly deviceName: string;
  readonly busy: boolean;
  readonly act: (work: () => Promise<void>) => void;
  readonly request: ApprovalRequest;
  readonly onClose: () => void;
  readonly onChangePassword: () => void;
}

/** What the dialog says and offers in each state of a request. */
export function stepOf(state: ApprovalState, given: StepGivens): Step {
  const { deviceName, busy, act, request } = given;
  switch (state.kind) {
    case 'asked':
      return {
        title: 'Is this you, on another device?',
        text: `“${deviceName}” has signed in as you and asks to read your messages. Say yes only if you are holding it.`,
        footer: (
          <>
            <Button disabled={busy} onClick={() => act(() => request.refuse())}>
              No, not me
            </Button>
            <Button variant="primary" busy={busy} onClick={() => act(() => request.accept())}>
              Yes, it’s me
            </Button>
          </>
        ),
      };
    case 'comparing':
      return {
        title: 'Do both devices show this?',
        text: 'Compare the pictures with those on the other device, in order.',
        content: <CompareEmoji emoji={state.emoji} />,
        footer: (
          <>
            <Button disabled={busy} onClick={() => act(() => request.refuse())}>
              They differ
            </Button>
            <Button variant="primary" busy={busy} onClick={() => act(() => request.confirmMatch())}>
              They match
            </Button>
          </>
        ),
      };
    case 'waiting':
      return {
        title: 'Waiting for the other device',
        text: 'Go on there. This closes by itself as soon as it is done.',
        content: (
          <p className="grid place-items-center py-4 text-accent">
            <Spinner label="Waiting" className="size-8" />
          </p>
        ),
        footer: (
          <Button disabled={busy} onClick={() => act(() => request.refuse())}>
            Stop
          </Button>
        ),
      };
    case 'approved':
    case 'refused':
      return settledStep(state.kind, given);
    default:
      return state satisfies never;
  }
}

function settledStep(kind: 'approved' | 'refused', given: StepGivens): Step {
  if (kind === 'approved') {
    return {
      title: 'The other device can read now',
      text: `“${given.deviceName}” has your messages, earlier ones too.`,
      footer: (
        <Button variant="primary" onClick={given.onClose}>
          Done
        </Button>
      ),
    };
  }
  return {
    title: 'The other device was refused',
    text: 'It can’t read your messages. If you don’t know it, someone has your password: change it and sign that device out.',
    footer: (
      <>
        <Button onClick={given.onChangePassword}>Change password</Button>
        <Button variant="primary" onClick={given.onClose}>
          Close
        </Button>
      </>
    ),
  };
}

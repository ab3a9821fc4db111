import type { LinkingState } from '@sotto/client';
import { printLinkCode } from '@sotto/protocol';
import { Button, buttonClasses, Spinner } from '@sotto/ui';
import { Link, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { QrCode } from '../../people/links/qr-code.tsx';
import { DoorFrame } from '../../auth/door-frame.tsx';
import { linkAddress } from './link-address.ts';
import { TimeLeft } from './time-left.tsx';
import { useLinking } from './use-linking.ts';

type Ended = Exclude<LinkingState['kind'], 'asking' | 'showing' | 'matching' | 'signing_in'>;

const ENDINGS: Readonly<Record<Exclude<Ended, 'failed'>, { title: string; text: string }>> = {
  refused: {
    title: 'Your other device said no',
    text: 'Or another number than the one shown here was chosen. Nothing was linked.',
  },
  contested: {
    title: 'Somebody else entered this code',
    text: 'So nothing was linked. See that nobody looks over your shoulder, and try again.',
  },
  expired: {
    title: 'This code has expired',
    text: 'A code works for three minutes. Nothing was linked.',
  },
  taken: {
    title: 'The sign-in did not arrive here',
    text: 'Look at the list of devices on your other device. Sign out what you do not know there, then try again.',
  },
};

/** `/welcome/link`: this device asks another one of the same person to let it in. */
export function LinkScreen() {
  const [attempt, setAttempt] = useState(0);
  return <LinkSteps key={attempt} onAgain={() => setAttempt(attempt + 1)} />;
}

function LinkSteps({ onAgain }: { readonly onAgain: () => void }) {
  const state = useLinking();
  switch (state.kind) {
    case 'asking':
    case 'signing_in':
      return (
        <LinkFrame title={state.kind === 'asking' ? 'Link to another device' : 'Signing in'}>
          <Waiting label={state.kind === 'asking' ? 'Making a code' : 'Signing in'} />
        </LinkFrame>
      );
    case 'showing':
      return (
        <LinkFrame
          title="Link to another device"
          text="Point the camera of a device you use Sotto on at this. Or open Settings there, then Devices, then “Link a device”, and type the code."
        >
          <Code code={state.code} endsAtMs={state.endsAtMs} />
        </LinkFrame>
      );
    case 'matching':
      return (
        <LinkFrame
          title="Choose this number there"
          text="Your other device shows three numbers. This is the right one."
          back={{ to: '/welcome', label: 'Stop' }}
        >
          <output className="block rounded-card bg-sunken py-8 text-center text-[5rem] leading-none font-semibold tabular-nums">
            {state.number}
          </output>
          <p className="mt-3 text-center text-small text-quiet">
            <TimeLeft endsAtMs={state.endsAtMs} /> left
          </p>
        </LinkFrame>
      );
    case 'failed':
      return (
        <LinkFrame title="That did not work" text={state.problem.message}>
          <Again onAgain={onAgain} label="Try again" />
        </LinkFrame>
      );
    case 'refused':
    case 'contested':
    case 'expired':
    case 'taken':
      return (
        <LinkFrame title={ENDINGS[state.kind].title} text={ENDINGS[state.kind].text}>
          <Again onAgain={onAgain} label="Show a new code" />
        </LinkFrame>
      );
    default:
      return state satisfies never;
  }
}

function Code({ code, endsAtMs }: { readonly code: string; readonly endsAtMs: number }) {
  return (
    <div className="flex flex-col items-center gap-4">
      <div className="w-full max-w-64 rounded-card bg-on-shade text-shade">
        <QrCode
          address={linkAddress(window.location.origin, code)}
          label="QR code for your other device"
        />
      </div>
      <p className="text-center">
        <code
          aria-label={`Code ${code.split('').join(' ')}`}
          className="text-[1.75rem] font-semibold tracking-wider"
        >
          {printLinkCode(code)}
        </code>
        <span className="mt-1 block text-small text-quiet">
          Works for <TimeLeft endsAtMs={endsAtMs} />. Show it to nobody else.
        </span>
      </p>
    </div>
  );
}

interface LinkFrameProps {
  readonly title: string;
  readonly text?: string;
  readonly back?: { readonly to: '/welcome' | '/welcome/sign-in'; readonly label: string };
  readonly children: ReactNode;
}

const WITH_PASSWORD = { to: '/welcome/sign-in', label: 'Sign in with a password' } as const;

function LinkFrame({ title, text, back = WITH_PASSWORD, children }: LinkFrameProps) {
  const search = useSearch({ from: '/welcome' });
  return (
    <DoorFrame title={title} text={text}>
      {children}
      <Link
        to={back.to}
        search={search}
        className={`mt-4 ${buttonClasses({ variant: 'quiet', stretch: true })}`}
      >
        {back.label}
      </Link>
    </DoorFrame>
  );
}

function Again({ onAgain, label }: { readonly onAgain: () => void; readonly label: string }) {
  return (
    <Button variant="primary" size="large" stretch onClick={onAgain}>
      {label}
    </Button>
  );
}

function Waiting({ label }: { readonly label: string }) {
  return (
    <p className="grid place-items-center py-8 text-accent">
      <Spinner label={label} className="size-8" />
    </p>
  );
}

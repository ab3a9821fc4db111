import type { ApprovalRequest, LockedAccount } from '@sotto/client';
import { Button, TextArea } from '@sotto/ui';
import { useState, type FormEvent } from 'react';
import { useAttempt } from '../../app/index.ts';
import { DoorFrame } from '../door-frame.tsx';
import { useFirstField } from '../use-first-field.ts';
import { tidyRecoveryCode } from '../recovery-code.ts';

export interface UnlockWithCodeProps {
  readonly account: LockedAccount;
  readonly onAsked: (request: ApprovalRequest) => void;
  readonly onStartOver: () => void;
}

/** The recovery code first; the other ways below it. */
export function UnlockWithCode({ account, onAsked, onStartOver }: UnlockWithCodeProps) {
  const unlock = useAttempt();
  const asking = useAttempt();
  const firstField = useFirstField<HTMLTextAreaElement>();
  const [code, setCode] = useState('');
  const tidy = tidyRecoveryCode(code);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (tidy === '') return;
    void unlock.run(() => account.unlockWithCode(tidy));
  }

  function ask(): void {
    void asking.run(async () => {
      onAsked(await account.askOtherDevice());
      return { ok: true, value: undefined };
    });
  }

  return (
    <DoorFrame
      title="Open your messages on this device"
      text={
        <>
          You’re signed in as <bdi className="font-semibold text-text">{account.me.handle}</bdi>.
          Your recovery code lets this device read your messages, earlier ones too.
        </>
      }
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextArea
          label="Recovery code"
          rows={3}
          ref={firstField}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className="font-mono"
          value={code}
          onValueChange={(next) => {
            unlock.forget();
            setCode(next);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') submit(event);
          }}
          error={unlock.problem?.message ?? null}
          hint="Spaces and line breaks don’t matter. Capital and small letters do."
        />
        <Button
          type="submit"
          variant="primary"
          size="large"
          stretch
          busy={unlock.busy}
          disabled={tidy === ''}
        >
          Open messages
        </Button>
      </form>
      <div className="mt-6 flex flex-col gap-2 border-t border-line pt-6">
        {account.hasOtherDevices && (
          <>
            <Button stretch busy={asking.busy} onClick={ask}>
              Use another device instead
            </Button>
            <p role="alert" className="text-small text-danger empty:hidden">
              {asking.problem?.message}
            </p>
          </>
        )}
        <div className="flex flex-wrap justify-center">
          <Button variant="quiet" onClick={onStartOver}>
            {account.hasOtherDevices ? 'I have neither' : 'I don’t have the code'}
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              void account.signOut();
            }}
          >
            Sign out
          </Button>
        </div>
      </div>
    </DoorFrame>
  );
}

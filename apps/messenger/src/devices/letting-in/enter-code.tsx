import type { AskingDevice } from '@sotto/client';
import { Button, TextField } from '@sotto/ui';
import { useState, type FormEvent } from 'react';
import { useAccount, useAttempt } from '../../app/index.ts';
import { useFirstField } from '../../auth/use-first-field.ts';

export interface EnterCodeProps {
  /** From a QR code; empty if there was none. */
  readonly scanned: string;
  readonly onFound: (asking: AskingDevice) => void;
}

/** The code the new device shows, typed or scanned. Only a tap enters it: an address alone does nothing. */
export function EnterCode({ scanned, onFound }: EnterCodeProps) {
  const account = useAccount();
  const attempt = useAttempt();
  const firstField = useFirstField<HTMLInputElement>();
  const [code, setCode] = useState(scanned);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (code.trim() === '') return;
    await attempt.run(async () => {
      const outcome = await (await account.devices()).findAsking(code);
      if (outcome.ok) onFound(outcome.value);
      return outcome;
    });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        void submit(event);
      }}
      className="flex flex-col gap-4"
    >
      <h2 className="text-page font-semibold text-balance">
        {scanned === '' ? 'Enter the code' : 'Is this the code on the new device?'}
      </h2>
      <p className="text-pretty text-quiet">
        {scanned === ''
          ? 'Open Sotto on the new device, choose “Link to another device”, and type the code it shows.'
          : 'If somebody sent you here, stop: they want to sign in as you.'}
      </p>
      <TextField
        label="Code"
        name="code"
        ref={firstField}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={32}
        placeholder="7KMP-2XQA"
        className="font-mono tracking-wider"
        value={code}
        onValueChange={(next) => {
          attempt.forget();
          setCode(next.toUpperCase());
        }}
        error={attempt.problem?.message ?? null}
        hint="Eight letters and digits. Capital or small does not matter."
      />
      <Button
        type="submit"
        variant="primary"
        size="large"
        stretch
        busy={attempt.busy}
        disabled={code.trim() === ''}
      >
        Continue
      </Button>
    </form>
  );
}

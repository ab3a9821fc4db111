import { Spinner, TextField } from '@sotto/ui';
import { Check } from 'lucide-react';
import type { UsernameCheck } from './use-username-check.ts';

export interface UsernameFieldProps {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly check: UsernameCheck;
  /** From the server, when it refused the form. */
  readonly error: string | null;
}

/** The name others find a person by, with its availability as it is typed. */
export function UsernameField({ value, onValueChange, check, error }: UsernameFieldProps) {
  return (
    <TextField
      label="Username"
      name="username"
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={128}
      leading={<span className="text-quiet">@</span>}
      trailing={<State check={check} />}
      value={value}
      onValueChange={onValueChange}
      error={error ?? (check.kind === 'problem' ? check.message : null)}
      hint={
        check.kind === 'free'
          ? `@${value} is free.`
          : 'People find you by this. It can’t be changed later.'
      }
    />
  );
}

function State({ check }: { readonly check: UsernameCheck }) {
  if (check.kind === 'checking') return <Spinner className="size-4 text-quiet" />;
  if (check.kind === 'free') return <Check className="size-4.5 text-accent" />;
  return null;
}

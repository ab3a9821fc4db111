import { classes } from '@sotto/ui';
import type { PasswordStrength } from './password-strength.ts';

const fills = ['bg-danger', 'bg-danger', 'bg-caution', 'bg-accent', 'bg-accent'] as const;

/** Four marks and a word: the word alone carries the meaning. */
export function PasswordMeter({ strength }: { readonly strength: PasswordStrength }) {
  return (
    <>
      <span aria-hidden="true" className="mb-1.5 flex gap-1">
        {[1, 2, 3, 4].map((mark) => (
          <span
            key={mark}
            className={classes(
              'h-1 flex-1 rounded-full transition-colors duration-movement',
              mark <= Math.max(1, strength.step) ? fills[strength.step] : 'bg-line',
            )}
          />
        ))}
      </span>
      <span className="font-semibold text-text">{strength.label}.</span> {strength.hint}
    </>
  );
}

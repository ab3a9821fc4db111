import type { RequestSummary } from '@sotto/client';
import { classes, useObservable } from '@sotto/ui';
import { useAccount } from '../../app/index.ts';
import { sharedWith } from '../../settings/privacy-words.ts';
import { acceptWords } from './accept-words.ts';

export interface AnswerWordsProps {
  readonly kind: RequestSummary['kind'];
  /** Who asks; null while that is hidden. */
  readonly name: string | null;
  /** Beside the answers where the window is tall enough; where it is not, they scroll with the rest. */
  readonly place: 'beside' | 'above';
}

/** What each answer gives away. */
export function AnswerWords({ kind, name, place }: AnswerWordsProps) {
  const account = useAccount();
  const preferences = useObservable(account.preferences);
  const audiences = useObservable(account.people.audiences);
  return (
    <p
      className={classes(
        'text-center text-small text-pretty wrap-anywhere text-quiet',
        place === 'beside' ? '[@media(height<42rem)]:hidden' : '[@media(height>=42rem)]:hidden',
      )}
    >
      {acceptWords(name, kind, sharedWith(audiences, preferences))}
    </p>
  );
}

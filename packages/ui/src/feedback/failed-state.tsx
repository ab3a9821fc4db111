import { CloudAlert } from 'lucide-react';
import { Button } from '../actions/button.tsx';
import { EmptyState } from './empty-state.tsx';

export interface FailedStateProps {
  /** What did not work. */
  readonly title: string;
  /** What may help. */
  readonly text?: string;
  readonly onRetry: () => void;
}

/** Says in place of a whole screen that it did not come, and tries again. Spoken at once. */
export function FailedState({ title, text, onRetry }: FailedStateProps) {
  return (
    <div role="alert" className="flex flex-1">
      <EmptyState
        icon={<CloudAlert />}
        title={title}
        {...(text === undefined ? {} : { text })}
        action={<Button onClick={onRetry}>Try again</Button>}
      />
    </div>
  );
}

import type { Problem } from '@sotto/client';
import { Button } from '@sotto/ui';
import { DoorFrame } from './door-frame.tsx';

export interface CannotOpenProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** Still signed in, but what is kept here could not be opened this time. */
export function CannotOpen({ problem, onRetry }: CannotOpenProps) {
  const keepsTrying = problem.code === 'offline';
  return (
    <DoorFrame
      title="Your messages could not be opened"
      text={
        <p role="alert">
          {problem.message}
          {keepsTrying && ' Sotto also tries by itself.'}
        </p>
      }
    >
      <Button variant="primary" size="large" stretch onClick={onRetry}>
        Try again
      </Button>
    </DoorFrame>
  );
}

import { Button } from '@sotto/ui';
import { DoorFrame } from './door-frame.tsx';

export interface CannotOpenProps {
  readonly message: string;
  readonly onRetry: () => void;
}

/** Still signed in, but what is kept here could not be opened this time. */
export function CannotOpen({ message, onRetry }: CannotOpenProps) {
  return (
    <DoorFrame title="Your messages could not be opened" text={<p role="alert">{message}</p>}>
      <Button variant="primary" size="large" stretch onClick={onRetry}>
        Try again
      </Button>
    </DoorFrame>
  );
}

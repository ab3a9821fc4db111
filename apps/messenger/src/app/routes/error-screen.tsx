import { Button, EmptyState } from '@sotto/ui';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';

/** A part of the page broke. What is kept and what waits to be sent is not touched by that. */
export function ErrorScreen({ reset }: ErrorComponentProps) {
  return (
    <div role="alert" className="grid h-full min-h-80 place-items-center">
      <EmptyState
        icon={<CircleAlert />}
        title="This part of Sotto stopped working"
        text="Your messages are safe. Try again, or load the page anew."
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button onClick={() => window.location.reload()}>Load the page anew</Button>
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
          </div>
        }
      />
    </div>
  );
}

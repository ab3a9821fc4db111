import { buttonClasses, EmptyState } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { Signpost } from 'lucide-react';

/** An address that leads nowhere. */
export function NotFoundScreen() {
  return (
    <main className="grid h-dvh place-items-center">
      <EmptyState
        page
        icon={<Signpost />}
        title="There is nothing at this address"
        action={
          <Link to="/" className={buttonClasses({ variant: 'primary' })}>
            Go to your conversations
          </Link>
        }
      />
    </main>
  );
}

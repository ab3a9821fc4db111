import { buttonClasses } from '@sotto/ui';
import { Link, useSearch } from '@tanstack/react-router';
import { DoorFrame } from '../door-frame.tsx';
import { DoorNotice } from './door-notice.tsx';
import { useServer } from './server-context.ts';

/** `/welcome`: come in or sign up. */
export function Door() {
  const search = useSearch({ from: '/welcome' });
  const { answer } = useServer();
  const closed = answer?.ok === true && answer.value.registration === 'closed';
  return (
    <DoorFrame
      notice={<DoorNotice />}
      title="Private messages"
      text="What you write here can be read by you and the people you write to. By no one else, and not by the server that carries it."
    >
      <div className="flex flex-col gap-3">
        {!closed && (
          <Link
            to="/welcome/sign-up"
            search={search}
            className={buttonClasses({ variant: 'primary', size: 'large', stretch: true })}
          >
            Create an account
          </Link>
        )}
        <Link
          to="/welcome/sign-in"
          search={search}
          className={buttonClasses({
            variant: closed ? 'primary' : 'secondary',
            size: 'large',
            stretch: true,
          })}
        >
          Sign in
        </Link>
        <Link
          to="/welcome/link"
          search={search}
          className={buttonClasses({ variant: 'quiet', size: 'large', stretch: true })}
        >
          Link to another device
        </Link>
        {closed && (
          <p className="text-small text-quiet">
            This server takes no new accounts at the moment. Ask the person who runs it.
          </p>
        )}
      </div>
    </DoorFrame>
  );
}

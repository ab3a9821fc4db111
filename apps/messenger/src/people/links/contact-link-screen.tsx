import type { Person } from '@sotto/client';
import { Button, buttonClasses, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { PersonAvatar, useAccount } from '../../app/index.ts';
import { isolated, nameOf } from '../names.ts';
import { useStartConversation } from '../use-start-conversation.ts';
import { LinkPane } from './link-pane.tsx';
import { useLinkOwner } from './use-link-owner.ts';

/** Somebody's contact link: who it leads to, and the way there. */
export function ContactLinkScreen({ token }: { readonly token: string }) {
  const { owner, retry } = useLinkOwner(token);
  return (
    <LinkPane title="Contact link" kind={owner.kind} onRetry={retry}>
      {owner.kind === 'here' && <Owner person={owner.person} token={token} />}
    </LinkPane>
  );
}

function Owner({ person, token }: { readonly person: Person; readonly token: string }) {
  const me = useObservable(useAccount().me);
  const { starting, start } = useStartConversation({ replace: true, contactLink: token });
  const isMine = person.userId === me.userId;
  return (
    <div className="m-auto flex w-full max-w-80 animate-appear flex-col items-center gap-5 p-6 text-center">
      <PersonAvatar person={person} sizePx={96} />
      <div className="w-full min-w-0">
        <h2 className="text-page font-semibold wrap-anywhere">
          <bdi>{nameOf(person)}</bdi>
        </h2>
        <p className="truncate text-quiet">
          <bdi>{person.handle}</bdi>
        </p>
      </div>
      {isMine ? (
        <>
          <p className="text-balance text-quiet">
            This is a contact link of yours. Whoever opens it can write to you without asking.
          </p>
          <Link
            to="/settings/{-$section}"
            params={{ section: 'links' }}
            className={buttonClasses({})}
          >
            Your contact links
          </Link>
        </>
      ) : (
        <>
          <p className="text-balance text-quiet">
            They gave out this link. What you write reaches them at once, without a request, and you
            become each other’s contacts.
          </p>
          <Button
            variant="primary"
            size="large"
            stretch
            busy={starting}
            onClick={() => start([person])}
          >
            <span className="truncate">Message {isolated(nameOf(person))}</span>
          </Button>
        </>
      )}
    </div>
  );
}

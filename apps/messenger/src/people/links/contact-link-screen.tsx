import type { Person } from '@sotto/client';
import { Button, buttonClasses, EmptyState, Skeleton, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { CloudAlert, Unlink } from 'lucide-react';
import { BackButton, Pane, PaneHeader, PersonAvatar, useAccount } from '../../app/index.ts';
import { isolated, nameOf } from '../names.ts';
import { useStartConversation } from '../use-start-conversation.ts';
import { useLinkOwner } from './use-link-owner.ts';

/** Somebody's contact link: who it leads to, and the way there. */
export function ContactLinkScreen({ token }: { readonly token: string }) {
  const { owner, retry } = useLinkOwner(token);
  return (
    <Pane
      label="Contact link"
      header={<PaneHeader title="Contact link" back={<BackButton to="/" />} />}
    >
      {owner.kind === 'asking' && <Asking />}
      {owner.kind === 'here' && <Owner person={owner.person} token={token} />}
      {owner.kind === 'gone' && (
        <EmptyState
          icon={<Unlink />}
          title="This link does not work"
          text="It was revoked, has expired, or as many people have used it as could. Ask for a new one."
        />
      )}
      {owner.kind === 'failed' && (
        <div role="alert" className="flex flex-1">
          <EmptyState
            icon={<CloudAlert />}
            title="The link could not be looked up"
            text="Check your connection."
            action={<Button onClick={retry}>Try again</Button>}
          />
        </div>
      )}
    </Pane>
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

function Asking() {
  return (
    <output
      aria-label="Looking up the link"
      className="m-auto flex flex-col items-center gap-4 p-6"
    >
      <Skeleton className="size-24 rounded-full" />
      <Skeleton className="h-6 w-40" />
      <Skeleton className="h-4 w-24" />
    </output>
  );
}

import type { Person } from '@sotto/client';
import { useToast } from '@sotto/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccount } from '../app/index.ts';

export interface StartConversation {
  readonly starting: boolean;
  /** Goes to the one conversation with these people. */
  readonly start: (people: readonly Person[]) => void;
}

/**
 * Opens the conversation with people, made if there is none, and says so when it cannot. With
 * `replace` the page it is started from is left behind for good; with `contactLink` the one person
 * need not accept first; `within` a community, this stays beside it.
 */
export function useStartConversation({
  replace = false,
  contactLink,
  within,
}: {
  readonly replace?: boolean;
  readonly contactLink?: string;
  readonly within?: string;
} = {}): StartConversation {
  const account = useAccount();
  const navigate = useNavigate();
  const { in: around } = useSearch({ strict: false });
  const community = within ?? around;
  const toast = useToast();
  const [starting, setStarting] = useState(false);

  async function open(people: readonly Person[]) {
    setStarting(true);
    try {
      const userIds = people.map(({ userId }) => userId);
      const outcome = await account.startConversation(userIds, contactLink);
      if (outcome.ok) {
        const params = { conversationId: outcome.value };
        const search = community === undefined ? {} : { in: community };
        await navigate({ to: '/c/$conversationId', params, search, replace });
      } else {
        toast.show({ text: outcome.problem.message, tone: 'danger' });
      }
    } finally {
      setStarting(false);
    }
  }

  return {
    starting,
    start(people) {
      if (!starting && people.length > 0) void open(people);
    },
  };
}

import type { Person } from '@sotto/client';
import { useToast } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
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
 * need not accept first.
 */
export function useStartConversation({
  replace = false,
  contactLink,
}: { readonly replace?: boolean; readonly contactLink?: string } = {}): StartConversation {
  const account = useAccount();
  const navigate = useNavigate();
  const toast = useToast();
  const [starting, setStarting] = useState(false);

  async function open(people: readonly Person[]) {
    setStarting(true);
    try {
      const userIds = people.map(({ userId }) => userId);
      const outcome = await account.startConversation(userIds, contactLink);
      if (outcome.ok) {
        const params = { conversationId: outcome.value };
        await navigate({ to: '/c/$conversationId', params, replace });
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

import type { RequestSummary } from '@sotto/client';
import { useToast } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccount } from '../app/index.ts';

export interface Answer {
  /** What is being said now. */
  readonly saying: 'accept' | 'decline' | null;
  readonly answered: RequestSummary | null;
  readonly accept: (request: RequestSummary) => void;
  readonly decline: (request: RequestSummary) => void;
}

/** Accepts or declines a request, and goes where that leads. */
export function useAnswer(id: RequestSummary['id']): Answer {
  const account = useAccount();
  const navigate = useNavigate();
  const toast = useToast();
  const [saying, setSaying] = useState<'accept' | 'decline' | null>(null);
  const [answered, setAnswered] = useState<RequestSummary | null>(null);

  async function say(word: 'accept' | 'decline', request: RequestSummary) {
    if (saying !== null) return;
    setSaying(word);
    setAnswered(request);
    const outcome = await (word === 'accept'
      ? account.acceptRequest(id)
      : account.declineRequest(id));
    setSaying(null);
    if (!outcome.ok) {
      setAnswered(null);
      toast.show({ text: outcome.problem.message, tone: 'danger' });
      return;
    }
    if (word === 'decline') {
      await navigate({ to: '/requests', replace: true });
      return;
    }
    // Going back from the conversation leads to all of them, not to a request that is answered.
    await navigate({ to: '/', replace: true });
    await navigate({ to: '/c/$conversationId', params: { conversationId: id } });
  }

  return {
    saying,
    answered,
    accept: (request) => void say('accept', request),
    decline: (request) => void say('decline', request),
  };
}

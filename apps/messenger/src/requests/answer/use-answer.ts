import type { Outcome, RequestSummary } from '@sotto/client';
import { useToast } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { useOpenPlace } from '../../groups/use-open-place.ts';

type Word = 'accept' | 'delete' | 'block';

export interface Answer {
  /** What is being said now. */
  readonly saying: Word | null;
  readonly answered: RequestSummary | null;
  /** Resolves once it is said, or was not. */
  readonly say: (word: Word, request: RequestSummary) => Promise<void>;
}

/** Answers a request, and goes where that leads. */
export function useAnswer(id: RequestSummary['id']): Answer {
  const account = useAccount();
  const navigate = useNavigate();
  const openPlace = useOpenPlace();
  const toast = useToast();
  const [saying, setSaying] = useState<Word | null>(null);
  const [answered, setAnswered] = useState<RequestSummary | null>(null);

  function tell(word: Word): Promise<Outcome> {
    if (word === 'accept') return account.acceptRequest(id);
    return word === 'delete' ? account.deleteRequest(id) : account.blockRequest(id);
  }

  async function say(word: Word, request: RequestSummary) {
    if (saying !== null) return;
    setSaying(word);
    setAnswered(request);
    const outcome = await tell(word);
    setSaying(null);
    if (!outcome.ok) {
      setAnswered(null);
      toast.show({ text: outcome.problem.message, tone: 'danger' });
      return;
    }
    if (word !== 'accept') {
      toast.show({ text: word === 'delete' ? 'Request deleted' : 'Blocked, and request deleted' });
      await navigate({ to: '/requests', replace: true });
      return;
    }
    await openPlace(request.kind, id);
  }

  return { saying, answered, say };
}

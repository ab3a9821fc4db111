import type { ConversationSummary } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import type { ReactElement } from 'react';
import { useAccount } from '../../app/index.ts';
import { AwaitAnswer } from './await-answer.tsx';
import { awaitWords, silenceWords } from './await-words.ts';
import { BlockedLine } from './blocked-line.tsx';
import { NobodyThere } from './nobody-there.tsx';

/** What stands where one would write, when one cannot write here now; null when one can. */
export function useInsteadOfComposer(
  summary: ConversationSummary,
  onLeave: () => void,
): ReactElement | null {
  const { people, reports } = useAccount();
  const suspended = useObservable(reports.standing).suspended === true;
  const blockedPeople = useObservable(people.blocked);
  const { person } = summary;
  const silence = awaitWords(summary) ?? silenceWords(summary.channel);
  if (person !== null && blockedPeople.includes(person.userId)) {
    return <BlockedLine person={person} />;
  }
  if (summary.otherIsGone) return <NobodyThere name={summary.title} onLeave={onLeave} />;
  if (suspended) return <AwaitAnswer words="Your account is suspended. You can read and leave." />;
  return silence === null ? null : <AwaitAnswer words={silence} />;
}

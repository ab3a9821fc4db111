import type { ConversationSummary } from '@sotto/client';
import { Button, useObservable } from '@sotto/ui';
import { Flag, LogOut, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { AddPeopleDialog } from '../../groups/add/add-people-dialog.tsx';
import { GroupDetails } from '../../groups/details/group-details.tsx';
import { useGroup } from '../../groups/use-group.ts';
import { privacyWords, withoutMe } from '../../people/names.ts';
import { leaveWords } from './leave-words.ts';
import { PersonView } from '../../people/person/person-view.tsx';
import { QuietCard } from '../../quiet/quiet-card.tsx';

export interface DetailsProps {
  readonly summary: ConversationSummary;
  readonly onLeave: () => void;
  readonly onMute: () => void;
  readonly onReport: () => void;
}

/** Who is in the conversation and who can read it: the same people, and it says so. */
export function Details({ summary, onLeave, onMute, onReport }: DetailsProps) {
  const me = useObservable(useAccount().me);
  const group = useGroup(summary.id);
  const [adding, setAdding] = useState(false);
  const others = withoutMe(summary.members, me);
  const mayGrow = summary.requestMessagesLeft === null && summary.otherIsGone !== true;
  const privacy = (
    <p className="w-full rounded-card bg-sunken px-4 py-3 text-small wrap-anywhere">
      {privacyWords(others)}
    </p>
  );
  return (
    <div className="flex flex-col gap-6 pb-4">
      {summary.person === null ? (
        <>
          {group !== null && <GroupDetails group={group} summary={summary} />}
          {privacy}
        </>
      ) : (
        <>
          <PersonView key={summary.person.userId} person={summary.person} inConversation />
          {privacy}
          {mayGrow && group !== null && (
            <Button icon={<UserRoundPlus />} onClick={() => setAdding(true)}>
              Add people
            </Button>
          )}
        </>
      )}
      <QuietCard summary={summary} onMute={onMute} />
      <Button
        icon={<LogOut />}
        className="self-start text-danger"
        variant="quiet"
        onClick={onLeave}
      >
        {leaveWords(summary)}
      </Button>
      <Button
        icon={<Flag />}
        className="-mt-4 self-start text-danger"
        variant="quiet"
        onClick={onReport}
      >
        Report conversation
      </Button>
      {adding && group !== null && (
        <AddPeopleDialog group={group} summary={summary} onClose={() => setAdding(false)} />
      )}
    </div>
  );
}

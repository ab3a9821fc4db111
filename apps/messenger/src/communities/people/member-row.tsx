import type { CommunityMember, CommunitySummary } from '@sotto/client';
import { ConfirmDialog, IconButton, useToast } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { MessageCircle, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { PersonAvatar, useAccount } from '../../app/index.ts';
import { NameLine } from '../../people/name-line.tsx';
import { isolated, nameOf } from '../../people/names.ts';
import { useStartConversation } from '../../people/use-start-conversation.ts';
import { roleWords } from '../community-words.ts';
import { mayRemove } from './may-remove.ts';

export interface MemberRowProps {
  readonly member: CommunityMember;
  readonly community: CommunitySummary;
  readonly isMe: boolean;
  readonly onRemoved: () => void;
}

/** Somebody of a community: who they are in it, and the way to them. */
export function MemberRow({ member, community, isMe, onRemoved }: MemberRowProps) {
  const { person, role, label } = member;
  const { starting, start } = useStartConversation({ within: community.id });
  const [removing, setRemoving] = useState(false);
  const name = nameOf(person);
  return (
    <li className="flex h-16 items-center gap-1 pe-3 hover:bg-hover">
      <Link
        to="/u/$handle"
        params={{ handle: person.handle.slice(1) }}
        search={{ in: community.id }}
        className="flex h-full min-w-0 flex-1 items-center gap-3 ps-4 -outline-offset-2"
      >
        <PersonAvatar person={person} sizePx={44} />
        <span className="min-w-0 flex-1">
          <span className="flex min-w-0 items-center gap-2">
            <NameLine className="font-semibold">{name}</NameLine>
            {isMe && <span className="shrink-0 text-small text-quiet">You</span>}
            {roleWords(role) !== '' && (
              <span className="shrink-0 rounded-full bg-accent-soft px-2 text-meta text-accent">
                {roleWords(role)}
              </span>
            )}
          </span>
          <NameLine className="text-small text-quiet">
            {label === '' ? person.handle : `${label} · ${person.handle}`}
          </NameLine>
        </span>
      </Link>
      {!isMe && (
        <IconButton
          label={`Message ${name}`}
          icon={<MessageCircle />}
          disabled={starting}
          onClick={() => start([person])}
        />
      )}
      {!isMe && mayRemove(community.myRole, role) && (
        <IconButton
          label={`Remove ${name}`}
          icon={<UserMinus />}
          onClick={() => setRemoving(true)}
        />
      )}
      <RemoveDialog
        member={member}
        community={community}
        open={removing}
        onOpenChange={setRemoving}
        onRemoved={onRemoved}
      />
    </li>
  );
}

interface RemoveDialogProps extends Pick<MemberRowProps, 'member' | 'community' | 'onRemoved'> {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

function RemoveDialog({ member, community, open, onOpenChange, onRemoved }: RemoveDialogProps) {
  const { communities } = useAccount();
  const toast = useToast();
  const name = isolated(nameOf(member.person));
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Remove ${name}?`}
      text="They leave the community and all of its channels at once, and read nothing that is written there from now on. What they have read stays with them."
      confirmLabel="Remove"
      danger
      onConfirm={async () => {
        const outcome = await communities.remove(community.id, member.person.userId);
        if (outcome.ok) onRemoved();
        toast.show(
          outcome.ok
            ? { text: `${name} is out of the community.` }
            : { text: outcome.problem.message, tone: 'danger' },
        );
      }}
    />
  );
}

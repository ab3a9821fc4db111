import type { CommunityMember, CommunitySummary } from '@sotto/client';
import { IconButton } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { MessageCircle, UserRoundCog } from 'lucide-react';
import { PersonAvatar } from '../../app/index.ts';
import { Badge } from '../../groups/members/badge.tsx';
import { roleNames } from '../../groups/role-words.ts';
import { NameLine } from '../../people/name-line.tsx';
import { nameOf } from '../../people/names.ts';
import { useStartConversation } from '../../people/use-start-conversation.ts';

export interface MemberRowProps {
  readonly member: CommunityMember;
  readonly communityId: CommunitySummary['id'];
  readonly isMe: boolean;
  /** Their role, and removing them; null for who may do nothing of it. */
  readonly onManage: (() => void) | null;
}

/** Somebody of a community: who they are in it, and the way to them. */
export function MemberRow({ member, communityId, isMe, onManage }: MemberRowProps) {
  const { person, role, label } = member;
  const { starting, start } = useStartConversation({ within: communityId });
  const name = nameOf(person);
  return (
    <li className="flex h-16 items-center gap-1 pe-3 hover:bg-hover">
      <Link
        to="/u/$handle"
        params={{ handle: person.handle.slice(1) }}
        search={{ in: communityId }}
        className="flex h-full min-w-0 flex-1 items-center gap-3 ps-4 -outline-offset-2"
      >
        <PersonAvatar person={person} sizePx={44} />
        <span className="min-w-0 flex-1">
          <span className="flex min-w-0 items-center gap-2">
            <NameLine className="font-semibold">{name}</NameLine>
            {isMe && <span className="shrink-0 text-small text-quiet">You</span>}
            {role !== 'member' && <Badge>{roleNames[role]}</Badge>}
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
      {onManage !== null && (
        <IconButton
          label={`Role and removal of ${name}`}
          icon={<UserRoundCog />}
          onClick={onManage}
        />
      )}
    </li>
  );
}

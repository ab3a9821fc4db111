import type { CommunitySummary, GroupState } from '@sotto/client';
import { Link } from '@tanstack/react-router';
import { UserRoundPlus } from 'lucide-react';
import { CountBadge } from '../../conversations/count-badge.tsx';

export interface AskingRowProps {
  readonly id: CommunitySummary['id'];
  readonly state: GroupState | null;
}

/** For who may let people in: how many wait for that. Nothing is said in a community that would tell. */
export function AskingRow({ id, state }: AskingRowProps) {
  const asking = (state?.members ?? []).filter(({ membership }) => membership === 'asking').length;
  if (asking === 0 || state?.can.add !== true) return null;
  return (
    <Link
      to="/s/$communityId/people"
      params={{ communityId: id }}
      className="flex min-h-12 shrink-0 animate-appear items-center gap-3 bg-accent-soft px-4 font-semibold text-accent -outline-offset-2"
    >
      <UserRoundPlus aria-hidden="true" />
      <span className="min-w-0 flex-1">
        {asking === 1 ? 'Somebody asks to join' : `${asking} people ask to join`}
      </span>
      <CountBadge count={asking} label="waiting" />
    </Link>
  );
}

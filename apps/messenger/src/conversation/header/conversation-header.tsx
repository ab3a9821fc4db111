import type { ConversationSummary } from '@sotto/client';
import { IconButton, Menu, type MenuItem } from '@sotto/ui';
import { EllipsisVertical, Info, LogOut } from 'lucide-react';
import { BackButton, PaneHeader, PersonAvatar } from '../../app/index.ts';
import { detailsButtonId } from './details-button.ts';
import { HeaderStatus } from './header-status.tsx';
import { leaveWords } from './leave-words.ts';
import { NameLine } from '../../people/name-line.tsx';

export interface ConversationHeaderProps {
  readonly summary: ConversationSummary;
  readonly detailsOpen: boolean;
  readonly onDetails: () => void;
  readonly onLeave: () => void;
  /** How loud it is, and what of it is read. */
  readonly quiet: readonly MenuItem[];
}

/** Who this is with, and what can be done with the conversation as a whole. */
export function ConversationHeader({
  summary,
  detailsOpen,
  onDetails,
  onLeave,
  quiet,
}: ConversationHeaderProps) {
  return (
    <PaneHeader
      line
      back={
        summary.channel ? (
          <BackButton
            to="/s/$communityId"
            params={{ communityId: summary.channel.community }}
            label="Back to the community"
          />
        ) : (
          <BackButton to="/" label="Back to conversations" />
        )
      }
      end={
        <>
          <IconButton
            id={detailsButtonId}
            label={detailsOpen ? 'Hide details' : 'Show details'}
            icon={<Info />}
            aria-expanded={detailsOpen}
            // Where there is no room the menu still has it.
            className="max-[22rem]:hidden"
            onClick={onDetails}
          />
          <Menu
            trigger={<IconButton label="More" icon={<EllipsisVertical />} />}
            items={[
              {
                label: detailsOpen ? 'Hide details' : 'Show details',
                icon: <Info />,
                onSelect: onDetails,
              },
              'separator',
              ...quiet,
              'separator',
              {
                label: leaveWords(summary),
                icon: <LogOut />,
                danger: true,
                onSelect: onLeave,
              },
            ]}
          />
        </>
      }
    >
      <PersonAvatar
        name={summary.title}
        id={summary.person?.userId ?? summary.id}
        avatar={summary.avatar}
        sizePx={40}
        presence={summary.presence?.online === true ? 'online' : null}
      />
      <div className="min-w-0 flex-1 ps-1">
        <h1 className="text-title font-semibold">
          <NameLine>{summary.title}</NameLine>
        </h1>
        <HeaderStatus summary={summary} />
      </div>
    </PaneHeader>
  );
}

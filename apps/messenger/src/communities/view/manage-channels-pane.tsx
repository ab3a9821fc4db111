import type { ChannelSummary, CommunitySummary } from '@sotto/client';
import { Button, buttonClasses, ConfirmDialog, EmptyState, useToast } from '@sotto/ui';
import { Link, useParams } from '@tanstack/react-router';
import { Plus, ShieldX } from 'lucide-react';
import { useState } from 'react';
import { Pane, PaneHeader, useAccount } from '../../app/index.ts';
import { GroupSettings } from '../../groups/settings/group-settings.tsx';
import { NameLine } from '../../people/name-line.tsx';
import { isolated } from '../../people/names.ts';
import { mayManage } from '../community-words.ts';
import { AddChannelDialog } from '../make/add-channel-dialog.tsx';
import { useCommunity } from '../use-community.ts';
import { useCommunityGroup } from '../use-community-group.ts';
import { BackToCommunity } from './back-to-community.tsx';
import { ChannelMark, channelWords } from './channel-mark.tsx';
import { CommunityNotHere } from './community-not-here.tsx';

/** `/s/$communityId/settings`: what admins do with the channels of a community. */
export function ManageChannelsPane() {
  const { communityId } = useParams({ from: '/account/conversations/s/$communityId/settings' });
  const community = useCommunity(communityId);
  if (community === null) return <CommunityNotHere id={communityId} title="Manage channels" />;
  if (!mayManage(community.myRole)) return <NotMine id={communityId} />;
  return <Manage key={communityId} community={community} />;
}

function Manage({ community }: { readonly community: CommunitySummary }) {
  const { group, state } = useCommunityGroup(community.id);
  const [adding, setAdding] = useState(false);
  const [closing, setClosing] = useState<ChannelSummary | null>(null);
  const open = community.channels.filter(({ closed }) => !closed);
  return (
    <Pane
      label="Manage channels"
      header={
        <PaneHeader
          title="Manage channels"
          back={<BackToCommunity id={community.id} />}
          end={
            <Button
              size="small"
              icon={<Plus className="size-4.5" />}
              onClick={() => setAdding(true)}
            >
              Add channel
            </Button>
          }
        />
      }
    >
      <ul className="mx-auto w-full max-w-160 pb-4">
        {open.map((channel) => (
          <li key={channel.id} className="flex min-h-14 items-center gap-3 px-4">
            <span className="shrink-0 text-quiet">
              <ChannelMark {...channel} />
            </span>
            <span className="min-w-0 flex-1">
              <NameLine className="font-semibold">{channel.name}</NameLine>
              {channelWords(channel) !== null && (
                <span className="block text-small text-quiet">{channelWords(channel)}</span>
              )}
            </span>
            <Button
              size="small"
              variant="quiet"
              className="text-danger"
              aria-label={`Close ${channel.name}`}
              onClick={() => setClosing(channel)}
            >
              Close
            </Button>
          </li>
        ))}
      </ul>
      {state?.can.setApproval === true && group !== null && (
        <div className="mx-auto w-full max-w-160 border-t border-line p-4">
          <GroupSettings group={group} />
        </div>
      )}
      {adding && <AddChannelDialog community={community} onClose={() => setAdding(false)} />}
      <CloseDialog community={community} channel={closing} onDone={() => setClosing(null)} />
    </Pane>
  );
}

/** Whose role was taken while they looked. */
function NotMine({ id }: { readonly id: string }) {
  return (
    <Pane
      label="Manage channels"
      header={<PaneHeader title="Manage channels" back={<BackToCommunity id={id} />} />}
    >
      <EmptyState
        icon={<ShieldX />}
        title="Only admins manage channels"
        action={
          <Link to="/s/$communityId" params={{ communityId: id }} className={buttonClasses({})}>
            Back to the community
          </Link>
        }
      />
    </Pane>
  );
}

interface CloseDialogProps {
  readonly community: CommunitySummary;
  readonly channel: ChannelSummary | null;
  readonly onDone: () => void;
}

function CloseDialog({ community, channel, onDone }: CloseDialogProps) {
  const { communities } = useAccount();
  const toast = useToast();
  return (
    <ConfirmDialog
      open={channel !== null}
      onOpenChange={onDone}
      title={`Close ${isolated(channel?.name ?? '')}?`}
      text="Nobody can write in it or join it any more. Whoever is in it keeps what was said. It cannot be opened again."
      confirmLabel="Close channel"
      danger
      onConfirm={async () => {
        if (channel === null) return;
        const outcome = await communities.closeChannel(community.id, channel.id);
        if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
      }}
    />
  );
}

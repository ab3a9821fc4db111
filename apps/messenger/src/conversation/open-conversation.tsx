import type { Conversation, Message, ReportSubject } from '@sotto/client';
import { OnceWanted, useObservable } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Pane, useAccount } from '../app/index.ts';
import { ReportWhenWanted } from '../safety/reports/index.ts';
import { awaitWords } from './composer/await-words.ts';
import { Composer } from './composer/composer.tsx';
import { DropArea } from './composer/tray/drop-area.tsx';
import { useTray } from './composer/tray/use-tray.ts';
import { useInsteadOfComposer } from './composer/use-instead-of-composer.tsx';
import { ConversationHeader } from './header/conversation-header.tsx';
import { WaitingBanner } from './header/waiting-banner.tsx';
import { MessageActionsContext } from './message/message-actions.ts';
import { useMuting } from '../quiet/use-muting.tsx';
import { useQuietItems } from '../quiet/use-quiet-items.ts';
import { ShieldKeeper } from '../safety/shield/lazy-shield-keeper.ts';
import { ShieldContext } from '../safety/shield/shield-context.tsx';
import { useShieldStand } from '../safety/shield/use-link-guard.ts';
import { TimelineView } from './timeline/timeline-view.tsx';
import { useConversationActions } from './use-conversation-actions.ts';

const DetailsPane = lazy(async () => ({
  default: (await import('./header/details-pane.tsx')).DetailsPane,
}));
const dialogs = () => import('./conversation-dialogs.tsx');
const UnsendDialog = lazy(async () => ({ default: (await dialogs()).UnsendDialog }));
const LeaveDialog = lazy(async () => ({ default: (await dialogs()).LeaveDialog }));
const LeaveGroup = lazy(async () => ({
  default: (await import('../groups/details/leave-group.tsx')).LeaveGroup,
}));
const Lightbox = lazy(async () => ({
  default: (await import('./media/lightbox.tsx')).Lightbox,
}));

/** Where nobody would get them, dropped files go nowhere; nor does the browser open them instead. */
const refuseFiles = () => undefined;

/** A conversation on screen: its header, its messages, and where the next one is written. */
export function OpenConversation({ conversation }: { readonly conversation: Conversation }) {
  const account = useAccount();
  const { media } = account;
  const navigate = useNavigate();
  const summary = useObservable(conversation.summary);
  const timeline = useObservable(conversation.timeline);
  const tray = useTray();
  const [detailsOpen, setDetailsOpen] = useState(false);
  const [photoKey, setPhotoKey] = useState<string | null>(null);
  const [unsending, setUnsending] = useState<Message | null>(null);
  const [leaving, setLeaving] = useState(false);
  const muting = useMuting();

  const quiet = useQuietItems(summary, {
    account,
    conversation,
    onMute: () => muting.mute(summary),
    onMarkedUnread: () => void navigate({ to: '/' }),
  });
  const [shield, setShield] = useShieldStand();

  const [reporting, setReporting] = useState<ReportSubject | null>(null);
  const { id: roomId } = summary;

  const ask = useMemo(
    () => ({
      unsend: setUnsending,
      openPhoto: setPhotoKey,
      report({ eventId, sender: person }: Message) {
        if (eventId !== null) setReporting({ kind: 'message', roomId, eventId, person });
      },
    }),
    [roomId],
  );
  const save = useCallback((...[file]: Parameters<typeof media.save>) => media.save(file), [media]);
  const instead = useInsteadOfComposer(summary, () => setLeaving(true));
  const actions = useConversationActions(conversation, save, ask, awaitWords(summary));
  const { older } = timeline;
  const onOldestPhoto = useCallback(() => {
    if (older === 'available') void conversation.loadOlder();
  }, [conversation, older]);

  return (
    <MessageActionsContext value={actions}>
      <ShieldContext value={shield}>
        <div className="flex h-full min-h-0 min-w-0">
          <div className="min-w-0 flex-1">
            <Pane
              label={`Conversation with ${summary.title}`}
              scroll={false}
              header={
                <>
                  <ConversationHeader
                    summary={summary}
                    detailsOpen={detailsOpen}
                    onDetails={() => setDetailsOpen(!detailsOpen)}
                    onLeave={() => setLeaving(true)}
                    quiet={quiet}
                  />
                  <WaitingBanner summary={summary} />
                  {typeof shield === 'object' && <shield.Header />}
                </>
              }
            >
              <DropArea onFiles={instead ? refuseFiles : tray.add}>
                <TimelineView conversation={conversation} summary={summary} timeline={timeline} />
                {instead ?? (
                  <Composer
                    conversation={conversation}
                    person={summary.person}
                    tray={tray}
                    left={summary.requestMessagesLeft}
                    againMs={summary.writeAgainMs ?? null}
                  />
                )}
              </DropArea>
            </Pane>
          </div>
          <OnceWanted wanted={detailsOpen}>
            <DetailsPane
              summary={summary}
              open={detailsOpen}
              onOpenChange={setDetailsOpen}
              onLeave={() => setLeaving(true)}
              onMute={() => muting.mute(summary)}
              onReport={() =>
                setReporting({ kind: 'conversation', roomId, person: summary.person })
              }
            />
          </OnceWanted>
        </div>
        <OnceWanted wanted={photoKey !== null}>
          <Lightbox
            items={timeline.items}
            openKey={photoKey}
            onOpenKeyChange={setPhotoKey}
            onOldest={onOldestPhoto}
          />
        </OnceWanted>
      </ShieldContext>
      <Suspense>
        <ShieldKeeper summary={summary} items={timeline.items} onShield={setShield} />
      </Suspense>
      <OnceWanted wanted={unsending !== null}>
        <UnsendDialog
          message={unsending}
          conversation={conversation}
          onDone={() => setUnsending(null)}
        />
      </OnceWanted>
      {muting.dialog}
      <ReportWhenWanted subject={reporting} onClose={() => setReporting(null)} />
      <OnceWanted wanted={leaving}>
        {summary.kind === 'group' ? (
          <LeaveGroup id={summary.id} open={leaving} onClose={() => setLeaving(false)} />
        ) : (
          <LeaveDialog open={leaving} conversation={conversation} onOpenChange={setLeaving} />
        )}
      </OnceWanted>
    </MessageActionsContext>
  );
}

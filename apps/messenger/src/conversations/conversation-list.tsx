import type { ConversationSummary, RequestSummary } from '@sotto/client';
import { useParams } from '@tanstack/react-router';
import { useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useNowMs } from '../conversation/time/reader-calendar.ts';
import { useMuting } from '../quiet/use-muting.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { RequestsRow } from './requests-row.tsx';
import { useRovingRows, type ListHandle } from './use-roving-rows.ts';

const ROW_PX = 64;

export interface ConversationListProps {
  readonly conversations: readonly ConversationSummary[];
  readonly requests: readonly RequestSummary[];
  readonly onLeaveTop: () => void;
  readonly ref: Ref<ListHandle>;
}

type Row = ConversationSummary | 'requests';

/** All conversations, the latest first. Only what is near the eye is in the page. */
export function ConversationList({
  conversations,
  requests,
  onLeaveTop,
  ref,
}: ConversationListProps) {
  const { conversationId } = useParams({ strict: false });
  const nowMs = useNowMs();
  const container = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const rows = useMemo<readonly Row[]>(
    () => (requests.length > 0 ? ['requests', ...conversations] : conversations),
    [requests.length, conversations],
  );
  const muting = useMuting();
  const roving = useRovingRows({
    count: rows.length,
    container,
    onReveal: (index) => list.current?.scrollToIndex(index, { align: 'nearest' }),
    onLeave: onLeaveTop,
  });
  useImperativeHandle(ref, () => roving.handle);

  const openIndex = rows.findIndex((row) => row !== 'requests' && row.id === conversationId);
  const current = roving.currentIndex < rows.length ? roving.currentIndex : -1;
  const tabbable = current !== -1 ? current : Math.max(0, openIndex);
  return (
    <nav
      ref={container}
      aria-label="Conversations"
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]"
    >
      <Virtualizer
        ref={list}
        as="ul"
        item="li"
        data={rows}
        itemSize={ROW_PX}
        keepMounted={current === -1 ? [] : [current]}
      >
        {(row, index) =>
          row === 'requests' ? (
            <RequestsRow
              key="requests"
              requests={requests}
              index={index}
              tabbable={index === tabbable}
            />
          ) : (
            <ConversationRow
              key={row.id}
              summary={row}
              index={index}
              open={row.id === conversationId}
              tabbable={index === tabbable}
              nowMs={nowMs}
              onMute={muting.mute}
            />
          )
        }
      </Virtualizer>
      {muting.dialog}
    </nav>
  );
}

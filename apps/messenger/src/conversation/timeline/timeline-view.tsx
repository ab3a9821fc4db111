import type { Conversation, ConversationSummary, Timeline } from '@sotto/client';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { readerCalendar, useNowMs } from '../time/reader-calendar.ts';
import { dayTitle } from '../time/time-words.ts';
import { buildRows } from '../rows/build-rows.ts';
import { DayPill } from './day-pill.tsx';
import { JumpToBottom } from './jump-to-bottom.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { OLDER_LINE_PX, OlderLine, TimelineSkeleton } from './timeline-state.tsx';
import { useArrivals } from '../scroll/use-arrivals.ts';
import { needsNames } from '../rows/many-people.ts';
import { useFreshKeys } from '../rows/use-fresh-keys.ts';
import { useNearKey } from '../scroll/use-near-key.ts';
import { useOlder } from '../scroll/use-older.ts';
import { useReadWhenSeen } from '../scroll/use-read-when-seen.ts';
import { useRovingMessage } from '../scroll/use-roving-message.ts';
import { useRowsPlan } from '../rows/use-rows-plan.ts';
import { useTimelineScroll } from '../scroll/use-timeline-scroll.ts';

export interface TimelineViewProps {
  readonly conversation: Conversation;
  readonly summary: ConversationSummary;
  readonly timeline: Timeline;
}

/** The messages of one conversation. Only what is near the eye is in the page. */
export function TimelineView({ conversation, summary, timeline }: TimelineViewProps) {
  const { dayNumber } = readerCalendar();
  const manyPeople = useMemo(
    () => needsNames(summary.kind, timeline.items),
    [summary.kind, timeline.items],
  );
  const scroller = useRef<HTMLElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const nowMs = useNowMs();

  const next = useMemo(
    () => buildRows(timeline, { manyPeople, dayNumber }),
    [timeline, manyPeople, dayNumber],
  );
  const { rows, prepends } = useRowsPlan(next);
  const fresh = useFreshKeys(rows);
  const loadOlder = useOlder(conversation, timeline.older);
  const scroll = useTimelineScroll({ rows, scroller, list, onNearStart: loadOlder });
  const roving = useRovingMessage({ rows, scroller, list });
  const nearKey = useNearKey(scroller);
  const said = useArrivals(timeline.items);
  useEffect(() => {
    if (rows.length === 0) loadOlder();
  }, [rows.length, loadOlder]);
  useReadWhenSeen(conversation, timeline.items, scroll.atBottom && rows.length > 0);

  const retry = useCallback(() => void conversation.loadOlder(), [conversation]);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <output className="sr-only">{said}</output>
      <DayPill
        title={scroll.dayMs === null ? null : dayTitle(readerCalendar(), scroll.dayMs, nowMs)}
      />
      <section
        ref={scroller}
        aria-label="Messages"
        aria-busy={timeline.older === 'loading'}
        className="flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        {/* Few messages stand at the foot of the page, where the eye and the thumb are. */}
        <div className="flex-1" />
        {rows.length === 0 && timeline.older !== 'failed' ? (
          <TimelineSkeleton />
        ) : (
          <OlderLine older={timeline.older} onRetry={retry} />
        )}
        {rows.length > 0 && (
          <Virtualizer
            ref={list}
            data={rows}
            shift={prepends}
            startMargin={OLDER_LINE_PX}
            keepMounted={roving.keptIndexes}
            bufferSize={400}
            onScroll={scroll.onScroll}
            onScrollEnd={scroll.onScrollEnd}
            onResize={scroll.onResize}
          >
            {(row) => (
              <TimelineRow
                key={row.key}
                row={row}
                summary={summary}
                faces={manyPeople}
                nowMs={nowMs}
                fresh={fresh.has(row.key)}
                tabbable={row.key === roving.tabbableKey}
                near={row.key === nearKey}
              />
            )}
          </Virtualizer>
        )}
      </section>
      <JumpToBottom
        shown={!scroll.atBottom && rows.length > 0}
        arrived={scroll.arrivedBelow}
        onJump={scroll.toBottom}
      />
    </div>
  );
}

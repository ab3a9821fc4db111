import type { OwnReport } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { useEffect, useState, type RefObject } from 'react';
import { useAccount } from '../../../app/index.ts';

/**
 * Which of my reports were decided since I last looked. Once `list` is on the screen that is seen, on all my
 * devices; here they stay marked until I leave.
 */
export function useReportNews(
  list: RefObject<HTMLElement | null>,
  { isLoaded, reload }: { readonly isLoaded: boolean; readonly reload: () => void },
): (report: OwnReport) => boolean {
  const { reports } = useAccount();
  const unseenSinceMs = useObservable(reports.news);
  const [markedSinceMs, setMarkedSinceMs] = useState(unseenSinceMs);
  if (markedSinceMs === null && unseenSinceMs !== null) setMarkedSinceMs(unseenSinceMs);
  useEffect(() => reports.news.subscribe(reload), [reports, reload]);
  useEffect(() => {
    if (!isLoaded || unseenSinceMs === null || list.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      // NOTE: what could not be written is news still, and is tried again when it is looked at again.
      if (entries.some(({ isIntersecting }) => isIntersecting)) void reports.seeNews();
    });
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [reports, list, isLoaded, unseenSinceMs]);

  return ({ closedMs }) => markedSinceMs !== null && closedMs !== null && closedMs > markedSinceMs;
}

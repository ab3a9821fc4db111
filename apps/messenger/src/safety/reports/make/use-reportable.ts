import type { ReportableMessage, ReportSubject } from '@sotto/client';
import { useEffect, useState } from 'react';
import { useAccount } from '../../../app/index.ts';

/** What this device knows of the messages a report may hold, the newest first; null while it is asked. */
export function useReportable(subject: ReportSubject): readonly ReportableMessage[] | null {
  const { reports } = useAccount();
  const [messages, setMessages] = useState<readonly ReportableMessage[] | null>(null);
  const roomId = subject.kind === 'message' || subject.kind === 'request' ? subject.roomId : null;
  const userId = subject.person?.userId ?? null;

  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const found =
        roomId === null || userId === null ? [] : await reports.listReportable(roomId, userId);
      if (current) setMessages(found);
    };
    // NOTE: what is not known is reported without its words, and the dialog says so.
    ask().catch(() => setMessages([]));
    return () => {
      current = false;
    };
  }, [reports, roomId, userId]);

  return messages;
}

import type { ReportSubject } from '@sotto/client';
import { OnceWanted } from '@sotto/ui';
import { lazy } from 'react';

const ReportDialog = lazy(async () => ({
  default: (await import('./make/report-dialog.tsx')).ReportDialog,
}));

export interface ReportWhenWantedProps {
  /** What is to be reported; null while nothing is. */
  readonly subject: ReportSubject | null;
  readonly onClose: () => void;
  readonly onReported?: () => void;
}

/** The dialog with which anything is reported, fetched when it is first opened. */
export function ReportWhenWanted({ subject, onClose, onReported }: ReportWhenWantedProps) {
  return (
    <OnceWanted wanted={subject !== null}>
      {subject !== null && (
        <ReportDialog
          subject={subject}
          onClose={onClose}
          {...(onReported !== undefined && { onReported })}
        />
      )}
    </OnceWanted>
  );
}

import type { Route } from '../../../http/index.ts';
import type { Reports } from '../service.ts';
import { actOnReportRoute } from './act-on-report.ts';
import { appealReportRoute } from './appeal-report.ts';
import { getAdminSuspendUserRoute } from './get-admin-suspend-user.ts';
import { getModerationReportRoute } from './get-moderation-report.ts';
import { getReportedPhotoRoute } from './get-reported-photo.ts';
import { listModerationQueueRoute } from './list-moderation-queue.ts';
import { listOwnReportsRoute } from './list-own-reports.ts';
import { reportEventRoute } from './report-event.ts';
import { reportRoomRoute } from './report-room.ts';
import { reportUserRoute } from './report-user.ts';
import { setAdminSuspendUserRoute } from './set-admin-suspend-user.ts';

export function reportRoutes({ reports, moderation, suspensions }: Reports): Route[] {
  return [
    reportEventRoute(reports),
    reportRoomRoute(reports),
    reportUserRoute(reports),
    listOwnReportsRoute(reports),
    appealReportRoute(reports),
    listModerationQueueRoute(moderation),
    getModerationReportRoute(moderation),
    getReportedPhotoRoute(moderation),
    actOnReportRoute(moderation),
    getAdminSuspendUserRoute(suspensions),
    setAdminSuspendUserRoute(suspensions),
  ];
}

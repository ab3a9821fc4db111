import { fileURLToPath } from 'node:url';
import { measureScripts } from '../measure/script-size.ts';
import type { Figures } from '../report/bars.ts';
import { formatTable } from '../report/format-table.ts';
import { RunError } from '../run-error.ts';

/** The messenger as it is built. */
const WEB_ROOT = fileURLToPath(new URL('../../../apps/messenger/dist', import.meta.url));

/** What somebody who is signed in does not need to see their conversations. Everything else counts. */
const ON_DEMAND =
  /^(?:approval-steps|ask|avatar|blurhash|communities|community-book|community-overview|community-pane|community-rail|community-switcher|community-task|contact-link-route|conversation-dialogs|create-community-route|details-pane|device-book|directory-pane|door|emoji-picker|emoji-popover|floating|forms|frank|group-intro|group-parts|group-state|groups|guarded-photo|join-route|leave-group|let-in-screen|levels|lightbox|link-screen|linking|local-moment|locked-screen|manage-channels-pane|members-dialog|mentions|moderation-page|mute-dialog|new-device-line|new-group-pane|new-message-route|night-line|notice-text|open-book|open-desk|open-quiet|open-shield-book|person|person-route|prepare-file|qr-code|qr-dialog|quiet-items|reach|recovery-code-screen|report-dialog|reports|request-book|request-route|request-warnings|requests-layout|search-results|sensitive-photos|sensitive-worker|settings-page|shield|shield-keeper|shortcut-help|sign-in-form|sign-up|sign-up-form|slow-mode-line|toast-stack|tray-view|use-people-search|use-shield-book|use-start-conversation|welcome-layout|write-account-data)-/;
const LINES_MAX = 8;

/** What somebody downloads before they see their conversations for the first time. */
export async function measureScript(): Promise<Figures> {
  const isOnDemand = (fileName: string) => ON_DEMAND.test(fileName);
  const { files, gzipBytes } = await measureScripts(WEB_ROOT, isOnDemand).catch(
    (cause: unknown) => {
      throw new RunError('The messenger is not built; "npm start" builds it.', { cause });
    },
  );
  const rows = files
    .slice(0, LINES_MAX)
    .map((file) => [file.path, (file.gzipBytes / 1000).toFixed(1)]);
  console.log(`\n${formatTable([['heaviest scripts', 'kB gzip'], ...rows])}`);
  return { scriptKilobytes: gzipBytes / 1000 };
}

import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { watchAccountData, type StoredContent } from '../../matrix/watch-account-data.ts';
import { createSubject, type Observable } from '../../observable.ts';

/** When a report was last decided, by the server's clock; 0 for never. Other clients may have written it. */
function decidedAtMs({ decided_ts: ms }: StoredContent): number {
  return typeof ms === 'number' ? ms : 0;
}

/** Up to when I have seen what became of my reports, if one was decided since then; else null. */
export function watchReportNews(
  client: MatrixClient,
): Observable<number | null> & { readonly close: () => void } {
  const decided = watchAccountData(client, 'app.sotto.report_news', decidedAtMs);
  const seen = watchAccountData(client, 'app.sotto.report_news_seen', decidedAtMs);
  const read = (): number | null => (decided.get() > seen.get() ? seen.get() : null);
  const news = createSubject(read());
  for (const told of [decided, seen]) told.subscribe(() => news.set(read()));
  return {
    ...news,
    close() {
      decided.close();
      seen.close();
    },
  };
}

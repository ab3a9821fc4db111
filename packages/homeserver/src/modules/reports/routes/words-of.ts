import type { ReportCategory } from '@sotto/protocol';
import type { Words } from '../filing/report-service.ts';

interface SpokenBody {
  readonly reason?: string;
  readonly 'app.sotto.category'?: ReportCategory;
}

/** Other clients know no categories. */
export function wordsOf(body: SpokenBody): Words {
  return { category: body['app.sotto.category'] ?? 'other', reason: (body.reason ?? '').trim() };
}

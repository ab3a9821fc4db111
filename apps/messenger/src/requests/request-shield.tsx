import type { RequestSummary } from '@sotto/client';
import { lazy, Suspense } from 'react';

/** A request is whole without it: what cannot be loaded is not there. */
const RequestWarnings = lazy(() =>
  import('../safety/shield/request-warnings.tsx').then(
    (part) => ({ default: part.RequestWarnings }),
    () => ({ default: () => null }),
  ),
);

/** What to be careful about before a request is answered. */
export function RequestShield({ request }: { readonly request: RequestSummary }) {
  return (
    <Suspense>
      <RequestWarnings request={request} />
    </Suspense>
  );
}

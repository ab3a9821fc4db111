import { Outlet, useChildMatches } from '@tanstack/react-router';
import { RequestsPane } from '../../requests/index.ts';
import { Columns } from '../frame/columns.tsx';

/** `/requests` and `/requests/…`. */
export function RequestsLayout() {
  const open = useChildMatches({
    select: (matches) => matches[0]?.routeId === '/account/requests/$requestId',
  });
  return (
    <Columns side={<RequestsPane />} showing={open ? 'detail' : 'side'}>
      <Outlet />
    </Columns>
  );
}

import type { RoomId } from '@sotto/protocol';
import { useParams } from '@tanstack/react-router';
import { RequestPane } from '../../requests/index.ts';

/** `/requests/$requestId`: one request, to accept or decline. */
export function RequestRoute() {
  const { requestId } = useParams({ from: '/account/requests/$requestId' });
  // SAFETY: the pane looks the id up among the account's requests and shows when it is gone.
  const id = requestId as RoomId;
  return <RequestPane key={id} id={id} />;
}

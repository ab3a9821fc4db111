import { useParams } from '@tanstack/react-router';
import { JoinScreen } from '../../groups/join/join-screen.tsx';

/** `/join/$token`: a link to a group. */
export function JoinRoute() {
  const { token } = useParams({ from: '/account/conversations/join/$token' });
  return <JoinScreen key={token} token={token} />;
}

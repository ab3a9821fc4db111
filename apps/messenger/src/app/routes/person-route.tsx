import { useParams } from '@tanstack/react-router';
import { PersonScreen } from '../../people/person/person-screen.tsx';

/** `/u/$handle`: somebody's page. */
export function PersonRoute() {
  const { handle } = useParams({ from: '/account/conversations/u/$handle' });
  return <PersonScreen key={handle} handle={handle} />;
}

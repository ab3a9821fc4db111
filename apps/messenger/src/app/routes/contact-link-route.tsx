import { useParams } from '@tanstack/react-router';
import { ContactLinkScreen } from '../../people/links/contact-link-screen.tsx';

/** `/hi/$token`: somebody's contact link. */
export function ContactLinkRoute() {
  const { token } = useParams({ from: '/account/conversations/hi/$token' });
  return <ContactLinkScreen key={token} token={token} />;
}

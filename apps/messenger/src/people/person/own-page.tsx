import type { Person } from '@sotto/client';
import { buttonClasses } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { LinkButtons } from '../links/link-buttons.tsx';
import { profileAddress } from '../links/profile-address.ts';
import { PersonAbout } from './person-about.tsx';
import { PersonHead } from './person-head.tsx';
import { usePersonFacts } from './use-person-facts.ts';

/** My own page, as others find it. */
export function OwnPage({ me }: { readonly me: Person }) {
  const { facts, reload } = usePersonFacts(me.userId);
  const here = facts.kind === 'here' ? { ...facts, card: null } : facts;
  return (
    <div className="flex w-full flex-col items-center gap-5">
      <PersonHead person={me} details={here.kind === 'here' ? here.details : null} />
      <p className="text-quiet">This is you, as others see you.</p>
      <LinkButtons
        address={profileAddress(window.location.origin, me)}
        person={me}
        scanText="Whoever scans it comes to your profile."
      />
      <PersonAbout facts={here} onReload={reload} />
      <Link
        to="/settings/{-$section}"
        params={{ section: 'profile' }}
        className={buttonClasses({ stretch: true })}
      >
        Edit your profile
      </Link>
    </div>
  );
}

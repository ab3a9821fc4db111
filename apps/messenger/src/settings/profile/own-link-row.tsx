import type { Person } from '@sotto/client';
import { LinkButtons } from '../../people/links/link-buttons.tsx';
import { profileAddress, shortAddress } from '../../people/links/profile-address.ts';

/** The address of my page, for handing out. */
export function OwnLinkRow({ me }: { readonly me: Person }) {
  const address = profileAddress(window.location.origin, me);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">Your link</p>
        <p className="break-all">
          <bdi>{shortAddress(address)}</bdi>
        </p>
        <p className="text-small text-quiet">
          It leads to your profile. Who may write to you stays as you choose.
        </p>
      </div>
      <LinkButtons
        address={address}
        person={me}
        scanText="Whoever scans it comes to your profile."
      />
    </div>
  );
}

import { BackButton } from '../../app/index.ts';

/** Back to where one came from; for those who came by an address, to the community's channels. */
export function BackToCommunity({ id }: { readonly id: string }) {
  return (
    <BackButton to="/s/$communityId" params={{ communityId: id }} label="Back to the community" />
  );
}

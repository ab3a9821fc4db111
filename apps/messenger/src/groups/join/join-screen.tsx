import { LinkPane } from '../../people/links/link-pane.tsx';
import { LinkPreview } from './link-preview.tsx';
import { useGroupLink } from './use-group-link.ts';

const titles = {
  group: 'Group link',
  community: 'Community link',
  channel: 'Channel link',
} as const;

/** A link to a group: what it leads to, and the way in. */
export function JoinScreen({ token }: { readonly token: string }) {
  const { state, retry } = useGroupLink(token);
  const title = state.kind === 'here' ? titles[state.preview.kind] : 'Link';
  return (
    <LinkPane title={title} kind={state.kind} onRetry={retry}>
      {state.kind === 'here' && (
        <LinkPreview token={token} preview={state.preview} onChange={retry} />
      )}
    </LinkPane>
  );
}

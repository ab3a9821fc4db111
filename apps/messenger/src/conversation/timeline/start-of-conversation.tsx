import type { ConversationSummary } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { PersonAvatar, useAccount } from '../../app/index.ts';
import { privacyWords, withoutMe } from '../../people/names.ts';

/** Where it began: who this is, and, once, who can read it. */
export function StartOfConversation({ summary }: { readonly summary: ConversationSummary }) {
  const me = useObservable(useAccount().me);
  const others = withoutMe(summary.members, me);
  return (
    <div className="flex flex-col items-center px-4 pt-8 pb-6 text-center">
      <PersonAvatar
        name={summary.title}
        id={summary.person?.userId ?? summary.id}
        avatar={summary.avatar}
        sizePx={72}
      />
      <p className="mt-3 max-w-full text-title font-semibold text-balance wrap-anywhere">
        <bdi>{summary.title}</bdi>
      </p>
      {summary.person !== null && (
        <p className="max-w-full truncate text-small text-quiet">
          <bdi>{summary.person.handle}</bdi>
        </p>
      )}
      <p className="mt-2 max-w-80 text-small text-balance wrap-anywhere text-quiet">
        {privacyWords(others)}
      </p>
    </div>
  );
}

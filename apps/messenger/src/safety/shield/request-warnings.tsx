import type { RequestSummary } from '@sotto/client';
import { openShield, type Warning } from '@sotto/shield';
import { useObservable } from '@sotto/ui';
import { useMemo, type ReactNode } from 'react';
import { useAccount } from '../../app/index.ts';
import { hostnameOf, peopleWorthImitating, senderOf } from './acquaintance.ts';
import { usePhotoHashes } from './use-photo-hashes.ts';
import { useShieldBook, useShieldSettings } from './use-shield-book.ts';
import { WarningLine } from './warning-line.tsx';

/** Whom a sender could be taken for, and what their words ask for. It stays while one decides. */
export function RequestWarnings({ request }: { readonly request: RequestSummary }): ReactNode {
  const contacts = useObservable(useAccount().people.contacts);
  const book = useShieldBook();
  const on = useShieldSettings(book)?.on === true;
  const { from, messages } = request;
  const hashes = usePhotoHashes(on ? from : null, contacts);

  const warnings = useMemo<readonly Warning[]>(() => {
    if (book === null || contacts === null || !on) return [];
    const shield = openShield({ homeDomains: [hostnameOf(book.homeDomain)] });
    const sender = senderOf(from, 'new', hashes);
    const said = (messages ?? []).flatMap(({ text }) =>
      shield.checkMessage({ text, links: [] }, sender),
    );
    const imitated = shield.checkSender(sender, peopleWorthImitating(contacts, hashes));
    const kinds = new Map([...imitated, ...said].toReversed().map((each) => [each.kind, each]));
    return [...kinds.values()].toReversed();
  }, [book, contacts, on, from, messages, hashes]);

  if (warnings.length === 0) return null;
  return (
    <div className="w-full max-w-[68ch]">
      <WarningLine warnings={warnings} />
    </div>
  );
}

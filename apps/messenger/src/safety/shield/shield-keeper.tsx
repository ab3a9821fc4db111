import type { ConversationSummary, Message, TimelineItem } from '@sotto/client';
import { OnceWanted } from '@sotto/ui';
import { useCallback, useEffect, useMemo, useState, type MouseEvent, type ReactNode } from 'react';
import { LinkDialog, type AskedLink } from './link-dialog.tsx';
import type { ConversationShield, LinkInMessage, ShieldStand } from './shield-context.tsx';
import { ImitationBanner, MessageWarnings } from './shield-parts.tsx';
import { useLook } from './use-look.ts';
import { useShieldOpening, useShieldSettings } from './use-shield-book.ts';
import { useWarnings } from './use-warnings.ts';

export interface ShieldKeeperProps {
  readonly summary: ConversationSummary;
  readonly items: readonly TimelineItem[];
  readonly onShield: (stand: ShieldStand) => void;
}

/** Watches over an open conversation, and hands what it has to say to the places that show it. */
export function ShieldKeeper({ summary, items, onShield }: ShieldKeeperProps): ReactNode {
  const { id, person } = summary;
  const [book, failed] = useShieldOpening();
  const settings = useShieldSettings(book);
  const trusted = settings?.trusted;
  const found = useLook(book, id, person);
  const warnings = useWarnings(items, found?.look ?? null);
  /** Put away until the conversation is opened anew. */
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<AskedLink | null>(null);
  const [asking, setAsking] = useState(false);

  const onLink = useCallback(
    (event: MouseEvent, { sender }: Message, { text, href }: LinkInMessage) => {
      if (found === null) return;
      const relation = found.relationTo(sender);
      if (relation === 'contact' || trusted?.includes(sender.userId) === true) return;
      event.preventDefault();
      const odd = found.look.shield.checkLink({ href, shown: text }, { relation });
      setAsked({ href, from: sender, warnings: odd });
      setAsking(true);
    },
    [found, trusted],
  );

  const shield = useMemo<ConversationShield | null>(
    () =>
      found && {
        Under: MessageWarnings,
        Header: ImitationBanner,
        warnings: new Map(
          [...warnings].filter(([key, said]) => said.length > 0 && !hidden.has(key)),
        ),
        imitated: found.imitated[0] ?? null,
        hide: (key) => setHidden((before) => new Set(before).add(key)),
        onLink,
      },
    [found, warnings, onLink, hidden],
  );
  const off = settings?.on === false;
  useEffect(() => {
    if (shield) onShield(shield);
    else if (failed) onShield('missing');
    else if (off) onShield('off');
  }, [onShield, shield, failed, off]);

  return (
    <OnceWanted wanted={asked !== null}>
      {asked && (
        <LinkDialog
          key={asked.href}
          asked={asked}
          open={asking}
          onClose={() => setAsking(false)}
          onTrust={() => {
            // NOTE: if it was not kept, it is asked again.
            book?.trust(asked.from.userId).catch(() => undefined);
          }}
        />
      )}
    </OnceWanted>
  );
}

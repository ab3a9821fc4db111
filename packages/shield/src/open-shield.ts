import { checkLink, type Oddity } from './links/check-link.ts';
import { findLinks } from './links/find-links.ts';
import { openLookAlikes } from './links/look-alike.ts';
import { whoIsImitated } from './people/impersonation.ts';
import { limits, warnings } from './rules/rules.ts';
import { whatIsAsked } from './text/what-is-asked.ts';
import type { KnownPerson, Link, Sender, SentMessage, Surroundings, Warning } from './types.ts';

/**
 * Says what to be careful about. It reads what it is handed and nothing else: no clock, no network,
 * no storage. Its time is bounded whatever it is handed.
 */
export interface Shield {
  /** Of one message, the gravest first. Of contacts, only links that disguise themselves. */
  checkMessage(message: SentMessage, sender: Sender): readonly Warning[];
  /** Of one link, before it is opened. */
  checkLink(link: Link, sender: Pick<Sender, 'relation'>): readonly Warning[];
  /** Of somebody whose name or picture is that of one of the people I know. */
  checkSender(sender: Sender, known: readonly KnownPerson[]): readonly Warning[];
}

export function openShield({ homeDomains }: Surroundings): Shield {
  const lookAlikes = openLookAlikes(homeDomains);

  function say(found: readonly Oddity[], { relation }: Pick<Sender, 'relation'>): Warning[] {
    return warnings.flatMap(({ kind, anyone, reason }) => {
      if (relation === 'contact' && !anyone) return [];
      const first = found.find((oddity) => oddity.kind === kind);
      if (!first) return [];
      const evidence = found.filter((each) => each.kind === kind).flatMap((each) => each.evidence);
      return [{ kind, reason: fill(reason, first.names), evidence: [...new Set(evidence)] }];
    });
  }

  return {
    checkMessage({ text, links }, sender) {
      const given = links.slice(0, limits.links);
      const oddities = [...given, ...findLinks(text)].flatMap((link) =>
        checkLink(link, lookAlikes),
      );
      const asked =
        sender.relation === 'contact'
          ? []
          : whatIsAsked(text).map(({ kind, words }) => ({ kind, names: {}, evidence: words }));
      return say([...oddities, ...asked], sender);
    },
    checkLink: (link, sender) => say(checkLink(link, lookAlikes), sender),
    checkSender(sender, known) {
      if (sender.relation === 'contact') return [];
      const borrowed = whoIsImitated(sender, known);
      if (!borrowed) return [];
      const { kind, who } = borrowed;
      return say([{ kind, names: { who }, evidence: [sender.displayName] }], sender);
    },
  };
}

function fill(reason: string, names: Readonly<Record<string, string>>): string {
  return reason.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
}

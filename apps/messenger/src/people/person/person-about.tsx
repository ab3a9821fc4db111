import type { PersonCard, ProfileDetails } from '@sotto/client';
import { Button, Skeleton } from '@sotto/ui';
import { dateLocale } from '../../conversation/time/calendar.ts';
import { readerCalendar, useNowMs } from '../../conversation/time/reader-calendar.ts';
import { FactList } from '../../requests/facts/fact-list.tsx';
import { factsOf } from '../../requests/facts/fact-words.ts';
import type { PersonFacts } from './use-person-facts.ts';

export interface PersonAboutProps {
  readonly facts: PersonFacts;
  readonly onReload: () => void;
}

/** What somebody says of themselves, and what is known of them. */
export function PersonAbout({ facts, onReload }: PersonAboutProps) {
  if (facts.kind === 'here') {
    return (
      <>
        {facts.details !== null && <Bio details={facts.details} />}
        {facts.card !== null && <Known card={facts.card} />}
      </>
    );
  }
  if (facts.kind === 'asking') {
    return (
      <output aria-label="Loading the profile" className="flex w-full flex-col gap-2">
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-3/5" />
      </output>
    );
  }
  return (
    <div
      role="alert"
      className="flex w-full flex-wrap items-center justify-between gap-2 rounded-card bg-sunken px-4 py-3"
    >
      <p className="text-small text-quiet">The rest of the profile could not be loaded.</p>
      <Button size="small" onClick={onReload}>
        Try again
      </Button>
    </div>
  );
}

function Bio({ details: { bio } }: { readonly details: ProfileDetails }) {
  if (bio === '') return null;
  return (
    // Each line in its own direction.
    <p className="w-full whitespace-pre-line wrap-anywhere [unicode-bidi:plaintext]">{bio}</p>
  );
}

function Known({ card }: { readonly card: PersonCard }) {
  const nowMs = useNowMs();
  const month = new Intl.DateTimeFormat(dateLocale(navigator.languages), {
    month: 'long',
    year: 'numeric',
  });
  const facts = factsOf(
    { card, receivedAtMs: nowMs },
    { nowMs, dayNumber: readerCalendar().dayNumber, month: (ms) => month.format(ms) },
  );
  return (
    <div className="w-full *:w-full *:max-w-none">
      <FactList facts={facts} />
    </div>
  );
}

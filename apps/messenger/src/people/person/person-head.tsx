import type { Person, ProfileDetails } from '@sotto/client';
import { Clock } from 'lucide-react';
import { PersonAvatar } from '../../app/index.ts';
import { dateLocale } from '../../conversation/time/calendar.ts';
import { useNowMs } from '../../conversation/time/reader-calendar.ts';
import { localTime } from './local-time.ts';
import { usePersonNames } from './use-person-names.ts';

export interface PersonHeadProps {
  readonly person: Person;
  readonly details: ProfileDetails | null;
}

/** Face, names, and what time it is for them. */
export function PersonHead({ person, details }: PersonHeadProps) {
  const names = usePersonNames(person);
  return (
    <div className="flex flex-col items-center text-center">
      <PersonAvatar person={person} sizePx={96} />
      <h2 className="mt-3 max-w-full text-page font-semibold wrap-anywhere">
        <bdi>{names.shown}</bdi>
      </h2>
      {names.own !== null && (
        <p className="max-w-full wrap-anywhere">
          <span className="text-quiet">Their own name: </span>
          <bdi>{names.own}</bdi>
        </p>
      )}
      <p className="max-w-full text-small wrap-anywhere text-quiet">
        <bdi>{person.handle}</bdi>
        {details !== null && details.pronouns !== '' && (
          <>
            {' · '}
            <bdi>{details.pronouns}</bdi>
          </>
        )}
      </p>
      {details !== null && <TheirTime timeZone={details.timeZone} />}
    </div>
  );
}

function TheirTime({ timeZone }: { readonly timeZone: string }) {
  const nowMs = useNowMs();
  const time = localTime(timeZone, nowMs, dateLocale(navigator.languages));
  if (time === null) return null;
  return (
    <p className="mt-1 flex items-center gap-1.5 text-small text-quiet [&_.lucide]:size-4">
      <Clock aria-hidden="true" />
      <span>
        <time>{time}</time> for them
      </span>
    </p>
  );
}

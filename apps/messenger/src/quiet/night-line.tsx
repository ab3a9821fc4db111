import type { Person } from '@sotto/client';
import { Button } from '@sotto/ui';
import { Moon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAccount } from '../app/index.ts';
import { dateLocale } from '../conversation/time/calendar.ts';
import { useNowMs } from '../conversation/time/reader-calendar.ts';
import { nameOf } from '../people/names.ts';
import { nightTime } from './night-words.ts';

export interface NightLineProps {
  readonly person: Person;
  readonly sendable: boolean;
  readonly onSendSilently: () => void;
}

/** Says that it is night where the other lives, and offers not to wake them. */
export function NightLine({ person, sendable, onSendSilently }: NightLineProps) {
  const { people } = useAccount();
  const nowMs = useNowMs();
  const [timeZone, setTimeZone] = useState('');
  const { userId } = person;

  useEffect(() => {
    let current = true;
    people.findDetails(userId).then(
      (details) => current && setTimeZone(details?.timeZone ?? ''),
      // NOTE: without an answer nothing can be said, and nothing is.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [people, userId]);

  const time = nightTime(timeZone, nowMs, dateLocale(navigator.languages));
  if (time === null) return null;
  return (
    <div className="mx-auto flex w-full max-w-224 animate-appear flex-wrap items-center justify-center gap-x-3 px-4 pt-1.5 text-small text-quiet">
      <output className="inline-flex min-w-0 items-center gap-1.5 [&_.lucide]:size-4">
        <Moon aria-hidden="true" />
        <span>
          It is {time} for <bdi>{nameOf(person)}</bdi>
        </span>
      </output>
      <Button size="small" variant="quiet" disabled={!sendable} onClick={onSendSilently}>
        Send without sound
      </Button>
    </div>
  );
}

import { classes } from '@sotto/ui';
import {
  CalendarDays,
  DoorOpen,
  Fingerprint,
  History,
  Link2,
  Store,
  TriangleAlert,
  UserRoundCheck,
  UserRoundPen,
  UserRoundPlus,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Fact } from './fact-words.ts';

const icons: Readonly<Record<Fact['key'], ReactNode>> = {
  business: <Store aria-hidden="true" />,
  link: <Link2 aria-hidden="true" />,
  contact: <UserRoundCheck aria-hidden="true" />,
  follow: <UserRoundPlus aria-hidden="true" />,
  contacts: <UserRoundCheck aria-hidden="true" />,
  groups: <UsersRound aria-hidden="true" />,
  joined: <CalendarDays aria-hidden="true" />,
  name: <UserRoundPen aria-hidden="true" />,
  photo: <UserRoundPen aria-hidden="true" />,
  keys: <Fingerprint aria-hidden="true" />,
  history: <History aria-hidden="true" />,
  door: <DoorOpen aria-hidden="true" />,
};

export interface FactListProps {
  readonly facts: readonly Fact[];
  /** Of whom or what. */
  readonly label?: string;
}

/** What is known of whoever asks, in plain words. */
export function FactList({ facts, label = 'What is known of them' }: FactListProps) {
  return (
    <ul
      aria-label={label}
      className="flex w-full max-w-88 animate-appear flex-col gap-2 rounded-card border border-line bg-surface px-4 py-3 text-start text-small"
    >
      {facts.map(({ key, tone, text }) => (
        <li
          key={key}
          className={classes(
            'flex items-start gap-2.5 wrap-anywhere [&_.lucide]:mt-px [&_.lucide]:size-4',
            tone === 'caution' ? '-mx-2 rounded-control bg-caution-soft px-2 py-1.5' : 'text-quiet',
          )}
        >
          {tone === 'caution' ? (
            <TriangleAlert aria-label="Caution" className="text-caution" />
          ) : (
            icons[key]
          )}
          <span className="min-w-0 text-text">{text}</span>
        </li>
      ))}
    </ul>
  );
}

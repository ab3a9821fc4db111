import { classes, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { useAccount } from '../app/index.ts';
import type { Section } from './sections.ts';

export interface SettingsIndexProps {
  readonly sections: readonly Section[];
  readonly current: string | undefined;
}

/** What the page holds, for jumping. */
export function SettingsIndex({ sections, current }: SettingsIndexProps) {
  const hasNews = useObservable(useAccount().reports.news) !== null;
  return (
    <nav aria-label="Sections" className="px-2">
      <ul>
        {sections.map(({ id, title, icon: Icon }) => (
          <li key={id}>
            <Link
              to="/settings/{-$section}"
              params={{ section: id }}
              replace
              resetScroll={false}
              aria-current={id === current ? 'true' : undefined}
              className={classes(
                'flex min-h-11 items-center gap-3 rounded-control px-3 transition-colors duration-feedback',
                id === current ? 'bg-selected font-medium' : 'hover:bg-hover',
                '[&_.lucide]:text-quiet',
              )}
            >
              <Icon />
              <span className="min-w-0 flex-1">{title}</span>
              {id === 'reports' && hasNews && (
                <>
                  <span aria-hidden="true" className="size-2.5 rounded-full bg-accent" />
                  <span className="sr-only">, news</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

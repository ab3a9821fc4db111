import type { ReactNode } from 'react';
import { classes } from '../hooks/classes.ts';

export interface BannerProps {
  readonly tone?: 'quiet' | 'caution' | 'danger';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

const tones = {
  quiet: 'bg-sunken text-quiet',
  caution: 'bg-caution-soft text-text',
  danger: 'bg-danger-soft text-text',
} as const;

/** A thin line about the state of things. Never a wall. */
export function Banner({ tone = 'quiet', icon, children, action }: BannerProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classes(
        'flex min-h-9 flex-wrap items-center gap-x-2 px-4 py-1.5 text-small [&_.lucide]:size-4',
        tones[tone],
      )}
    >
      {icon}
      <p className="min-w-0 flex-1 basis-40">{children}</p>
      {action}
    </div>
  );
}

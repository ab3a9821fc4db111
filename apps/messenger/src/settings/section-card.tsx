import type { ReactNode } from 'react';

export interface SectionCardProps {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** One part of the settings page: a heading and a card of rows. */
export function SectionCard({ id, title, text, children }: SectionCardProps) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="scroll-mt-4">
      <h2 id={`${id}-title`} tabIndex={-1} className="px-1 text-title font-semibold outline-none">
        {title}
      </h2>
      {text !== undefined && <p className="mt-0.5 px-1 text-small text-quiet">{text}</p>}
      <div className="mt-3 divide-y divide-line rounded-card border border-line bg-surface px-4 *:py-3">
        {children}
      </div>
    </section>
  );
}

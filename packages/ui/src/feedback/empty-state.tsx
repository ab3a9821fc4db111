import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
  /** Where this is the whole page, its title is the page's heading. */
  readonly page?: boolean;
}

/** Nothing here yet: one sentence and one thing to do. */
export function EmptyState({ icon, title, text, action, page = false }: EmptyStateProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className="m-auto flex max-w-80 animate-appear flex-col items-center p-6 text-center">
      <span
        aria-hidden="true"
        className="mb-4 grid size-14 place-items-center rounded-full bg-accent-soft text-accent [&_.lucide]:size-6"
      >
        {icon}
      </span>
      <Title className="text-title font-semibold text-balance">{title}</Title>
      {text !== undefined && <p className="mt-1 text-body text-balance text-quiet">{text}</p>}
      {action !== undefined && <div className="mt-5">{action}</div>}
    </div>
  );
}

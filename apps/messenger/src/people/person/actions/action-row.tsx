import { classes } from '@sotto/ui';
import { useId, type ReactNode } from 'react';

export interface ActionRowProps {
  readonly icon: ReactNode;
  readonly label: string;
  /** What doing it means, where that is not plain. */
  readonly description?: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onAct: () => void;
}

/** One thing to do, as a row of a card. */
export function ActionRow({
  icon,
  label,
  description,
  danger = false,
  busy = false,
  onAct,
}: ActionRowProps) {
  const id = useId();
  return (
    <div
      className={classes(
        'relative flex min-h-11 items-center gap-3 px-4 py-2 transition-colors duration-feedback hover:bg-hover',
        danger ? 'text-danger' : '[&_.lucide]:text-quiet',
        busy && 'opacity-60',
      )}
    >
      {icon}
      <div className="min-w-0">
        <button
          type="button"
          aria-describedby={description === undefined ? undefined : id}
          aria-busy={busy || undefined}
          // A disabled button would drop focus to the page while its work runs.
          onClick={() => {
            if (!busy) onAct();
          }}
          // The whole row is the target, and shows the focus; what it means is not part of its name.
          className="block text-start font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {label}
        </button>
        {description !== undefined && (
          <p id={id} className="text-small text-quiet">
            {description}
          </p>
        )}
      </div>
    </div>
  );
}

import { classes } from '@sotto/ui';
import { ChevronDown } from 'lucide-react';

export interface JumpToBottomProps {
  readonly shown: boolean;
  readonly arrived: number;
  readonly onJump: () => void;
}

/** The way back to the end, and how much waits there. */
export function JumpToBottom({ shown, arrived, onJump }: JumpToBottomProps) {
  const count = arrived > 99 ? '99+' : String(arrived);
  return (
    <button
      type="button"
      aria-label={arrived === 0 ? 'Go to the newest message' : `Go to ${count} new messages`}
      onClick={onJump}
      tabIndex={shown ? 0 : -1}
      aria-hidden={!shown}
      className={classes(
        'absolute end-4 bottom-3 z-10 grid size-11 place-items-center rounded-full border border-line bg-raised text-quiet shadow-float',
        'transition-[opacity,translate,visibility] duration-movement hover:text-text',
        !shown && 'invisible translate-y-2 opacity-0',
      )}
    >
      <ChevronDown aria-hidden="true" />
      {arrived > 0 && (
        <span
          data-figures=""
          className="absolute -top-2 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 text-meta font-semibold text-on-accent"
        >
          {count}
        </span>
      )}
    </button>
  );
}

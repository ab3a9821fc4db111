import type { Timeline } from '@sotto/client';
import { Button, classes, Skeleton, Spinner } from '@sotto/ui';

/** Above the oldest message: always as tall, so that nothing moves when it changes. */
export const OLDER_LINE_PX = 48;

export interface OlderLineProps {
  readonly older: Timeline['older'];
  readonly onRetry: () => void;
}

/** Whether more is coming above. */
export function OlderLine({ older, onRetry }: OlderLineProps) {
  return (
    <div
      className="flex shrink-0 items-center justify-center gap-2 text-small text-quiet"
      style={{ height: OLDER_LINE_PX }}
    >
      {older === 'loading' && <Spinner label="Loading earlier messages" />}
      {older === 'failed' && (
        <>
          Earlier messages didn’t load.
          <Button variant="quiet" size="small" onClick={onRetry}>
            Try again
          </Button>
        </>
      )}
    </div>
  );
}

const shapes = [
  ['first', 'w-56 h-10', false],
  ['second', 'w-40 h-10', false],
  ['third', 'w-64 h-16', true],
  ['fourth', 'w-32 h-10', false],
  ['fifth', 'w-48 h-10', true],
  ['sixth', 'w-60 h-10', true],
] as const;

/** The shape of a conversation, before its first message is here. */
export function TimelineSkeleton() {
  return (
    <output
      aria-label="Loading messages"
      className="mx-auto flex w-full max-w-224 flex-1 flex-col justify-end gap-2 px-3 pb-3 md:px-5"
    >
      {shapes.map(([name, size, mine]) => (
        <Skeleton
          key={name}
          className={classes(size, 'max-w-[78%] rounded-bubble', mine && 'self-end')}
        />
      ))}
    </output>
  );
}

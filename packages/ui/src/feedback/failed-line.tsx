import { Button } from '../actions/button.tsx';

export interface FailedLineProps {
  /** What could not be done, as a sentence. */
  readonly text: string;
  readonly onRetry: () => void;
}

/** Says where something would stand that it did not come, and tries again. */
export function FailedLine({ text, onRetry }: FailedLineProps) {
  return (
    <div className="flex items-center justify-between gap-4">
      <p className="text-quiet">{text}</p>
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

import { Button } from '@sotto/ui';

export interface StoppedProps {
  readonly reason: string;
  readonly onAgain: () => void;
}

/** Nothing was linked, and why. */
export function Stopped({ reason, onAgain }: StoppedProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-4 text-center">
      <h2 className="text-page font-semibold">Nothing was linked</h2>
      <p className="text-pretty text-quiet">{reason}</p>
      <Button onClick={onAgain}>Enter another code</Button>
    </div>
  );
}

import { Button } from '@sotto/ui';

export interface NobodyThereProps {
  /** Who was the other person. */
  readonly name: string;
  readonly onLeave: () => void;
}

/** Stands where messages are written, once nobody would read them. */
export function NobodyThere({ name, onLeave }: NobodyThereProps) {
  return (
    <div className="shrink-0 border-t border-line bg-background pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto flex w-full max-w-224 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <output className="min-w-0 flex-1 basis-60 text-small text-pretty text-quiet">
          <bdi>{name}</bdi> isn’t in this conversation any more. What you write here would reach
          nobody.
        </output>
        <Button onClick={onLeave}>Leave conversation</Button>
      </div>
    </div>
  );
}

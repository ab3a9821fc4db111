import { Skeleton } from '@sotto/ui';

/** The shape of a short list of people. */
export function PeopleSkeleton({ label }: { readonly label: string }) {
  return (
    <output aria-label={label} className="block">
      {['w-32', 'w-44', 'w-28'].map((width) => (
        <span key={width} className="flex h-16 items-center gap-3 px-4">
          <Skeleton className="size-11 rounded-full" />
          <span className="flex flex-col gap-2">
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="h-3 w-20" />
          </span>
        </span>
      ))}
    </output>
  );
}

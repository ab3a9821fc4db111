import { Skeleton } from '@sotto/ui';

const widths = ['w-28', 'w-40', 'w-24', 'w-36', 'w-32', 'w-20', 'w-44'];

/** The shape of the list, before the first conversation is here. */
export function ListSkeleton() {
  return (
    <output aria-label="Loading conversations" className="block min-h-0 flex-1 overflow-hidden">
      {widths.map((width) => (
        <span key={width} className="flex h-16 items-center gap-3 px-4">
          <Skeleton className="size-12 rounded-full" />
          <span className="flex flex-1 flex-col gap-2.5">
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="h-3 w-4/5" />
          </span>
        </span>
      ))}
    </output>
  );
}

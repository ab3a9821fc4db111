/** How many wait. The number is its own colour-free sign. */
export function CountBadge({ count, label }: { readonly count: number; readonly label: string }) {
  return (
    <span
      data-figures=""
      className="grid h-5 min-w-5 shrink-0 place-items-center rounded-full bg-accent px-1.5 text-meta font-semibold text-on-accent"
    >
      <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
      <span className="sr-only">{`${count} ${label}`}</span>
    </span>
  );
}

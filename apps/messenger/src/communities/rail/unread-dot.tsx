/** Something is new there. */
export function UnreadDot({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <>
      <span
        aria-hidden="true"
        className="absolute -end-0.5 -top-0.5 size-3 rounded-full bg-accent ring-2 ring-background"
      />
      <span className="sr-only">{`, ${count} unread`}</span>
    </>
  );
}

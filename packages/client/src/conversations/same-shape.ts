/** Deep equality of plain values, so that what did not change stays the same object. */
export function isSameShape(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const entries = Object.entries(a);
  // SAFETY: an object can be read by any name.
  const other = b as Readonly<Record<string, unknown>>;
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([key, value]) => key in other && isSameShape(value, other[key]))
  );
}

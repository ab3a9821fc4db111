/** The known name a person most likely meant, or null when none is near. */
export function findClosestName(name: string, known: readonly string[]): string | null {
  let closest: string | null = null;
  // A third of the letters may be wrong; more is another word, and a wild guess misleads.
  let distanceMax = Math.floor(name.length / 3);
  for (const candidate of known) {
    const distance = editDistance(name, candidate);
    if (distance > distanceMax) continue;
    closest = candidate;
    distanceMax = distance - 1;
  }
  return closest;
}

/** Letters to add, drop or replace to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

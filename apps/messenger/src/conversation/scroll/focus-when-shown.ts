const FRAMES_MAX = 20;

/**
 * Focuses a row of a virtual list. A row that just came into the page is hidden until it has been
 * measured, and what is hidden takes no focus. The result calls it off.
 */
export function focusWhenShown(find: () => HTMLElement | null): () => void {
  let frame = 0;
  let tries = 0;
  function attempt() {
    const row = find();
    row?.focus({ preventScroll: true });
    tries += 1;
    if ((row === null || document.activeElement !== row) && tries < FRAMES_MAX) {
      frame = requestAnimationFrame(attempt);
    }
  }
  attempt();
  return () => cancelAnimationFrame(frame);
}

/** Work that is asked for often and done once at a time: what is asked for meanwhile is done once more. */
export interface Repeater {
  readonly request: () => void;
  /** Asks for it, and resolves when it has been done since. */
  done(): Promise<void>;
}

export function createRepeater(work: () => Promise<void>): Repeater {
  let running: Promise<void> | undefined;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      // NOTE: what could not be had is asked for with the next connection.
      await work().catch(() => undefined);
    } while (again);
    running = undefined;
  }
  function done(): Promise<void> {
    again = true;
    running ??= run();
    return running;
  }
  return { done, request: () => void done() };
}

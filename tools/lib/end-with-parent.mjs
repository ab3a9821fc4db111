const CHECK_EVERY_MS = 500;

/**
 * Asks this process to end when the one that started it is gone. npm passes a signal on to the shell
 * between us, and the shell ends without passing it on.
 */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, CHECK_EVERY_MS).unref();
}

// Runs before anything else and on any Node.js with modules, so it uses nothing newer than those.

/**
 * 20.19 and 22.12 are the first of their lines that load modules as the build tools need them.
 *
 * @param {string} version
 * @returns {boolean}
 */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** Ends the program with a sentence when this Node.js is too old. */
export function checkNode() {
  if (isNodeSupported(process.versions.node)) return;
  console.error(
    `Sotto needs Node.js 20.19 or newer (of the 22 line: 22.12); this is ${process.versions.node}. Get a current one from https://nodejs.org.`,
  );
  process.exit(1);
}

/**
 * Stands in for the library that the SDK logs with. Its words would name people and rooms, so the client
 * puts a silent log in their place; some parts of the SDK take hold of the log before, and find this one.
 */
const nothing = (): void => undefined;

const silent = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  log: nothing,
  setLevel: nothing,
  rebuild: nothing,
};

const logging = {
  levels: {},
  getLogger: (): typeof silent => silent,
};

// oxlint-disable-next-line import/no-default-export -- the SDK imports the default.
export default logging;

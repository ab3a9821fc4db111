/** The two parts of an `mxc://` address; null when it is not one. Guards against path tricks. */
export function parseMxc(address: string): { serverName: string; mediaId: string } | null {
  const [, serverName, mediaId] = /^mxc:\/\/([\w.:[\]-]+)\/([\w-]+)$/.exec(address) ?? [];
  return serverName && mediaId ? { serverName, mediaId } : null;
}

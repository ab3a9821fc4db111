const DNS_NAME = /^[A-Za-z0-9.-]{1,255}(?::\d{1,5})?$/;
const IPV6_LITERAL = /^\[([0-9A-Fa-f:.]{2,45})\](?::\d{1,5})?$/;
const IPV6_GROUP = /^[0-9A-Fa-f]{1,4}$/;
const IPV4_TAIL = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** Whether the text follows the server name grammar. Use `isServerName`, which knows the type. */
export function matchesServerName(text: string): boolean {
  if (DNS_NAME.test(text)) return true;
  const address = IPV6_LITERAL.exec(text)?.[1];
  return address !== undefined && isIpv6Address(address);
}

/** @see https://www.rfc-editor.org/rfc/rfc3513#section-2.2 */
function isIpv6Address(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));

  // A dotted quad may stand for the last two groups, and nowhere else.
  const last = groups.at(-1);
  const endsInIpv4 = last !== undefined && !address.endsWith('::') && IPV4_TAIL.test(last);
  const hexGroups = endsInIpv4 ? groups.slice(0, -1) : groups;
  if (!hexGroups.every((group) => IPV6_GROUP.test(group))) return false;

  const groupCount = hexGroups.length + (endsInIpv4 ? 2 : 0);
  // `::` stands for at least one group of zeros.
  return halves.length === 2 ? groupCount <= 7 : groupCount === 8;
}

/**
 * Stands in for `unhomoglyph`, a table of 6,000 characters that look like others. The SDK uses it
 * to decide when to put a person's id behind their name. Sotto shows `rawDisplayName` with the
 * handle beside it, so what the SDK decides is never seen. Hidden characters are still taken out.
 */
const unhomoglyph = (text: string): string => text;

// oxlint-disable-next-line import/no-default-export -- the SDK imports the default.
export default unhomoglyph;

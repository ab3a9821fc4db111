/** The attribute that carries a message's key on its row, so that one listener serves them all. */
export const messageKeyAttribute = 'data-message';

/** The key of the message an event happened in, or null. */
export function messageKeyAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest(`[${messageKeyAttribute}]`)?.getAttribute(messageKeyAttribute) ?? null;
}

/** The row of a message, if it is in the page. */
export function findMessageRow(container: Element | null, key: string): HTMLElement | null {
  const selector = `[${messageKeyAttribute}="${CSS.escape(key)}"]`;
  return container?.querySelector<HTMLElement>(selector) ?? null;
}

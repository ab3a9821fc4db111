/** Copies; false where the browser refuses, so the caller can show the text for copying by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // NOTE: no permission, or a page without HTTPS that is not on this machine.
    return false;
  }
}

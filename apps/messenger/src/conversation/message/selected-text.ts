import { messageKeyAt } from '../scroll/message-key.ts';

/** What is selected inside one message, or null: who selects a part means that part. */
export function selectedText(messageKey: string): string | null {
  const selection = window.getSelection();
  const text = selection?.toString().trim() ?? '';
  if (selection === null || text === '') return null;
  const within = [selection.anchorNode, selection.focusNode].every(
    (node) => messageKeyAt(node?.parentElement ?? null) === messageKey,
  );
  return within ? text : null;
}

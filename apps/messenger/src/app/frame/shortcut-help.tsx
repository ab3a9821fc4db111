import { Dialog, Kbd, shortcutText } from '@sotto/ui';

export interface ShortcutHelpProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const groups = [
  {
    title: 'Everywhere',
    keys: [
      { keys: 'Mod+K', does: 'Search conversations' },
      { keys: 'Alt+↑', does: 'Previous conversation' },
      { keys: 'Alt+↓', does: 'Next conversation' },
      { keys: 'Mod+Shift+U', does: 'Mark the open conversation as unread' },
      { keys: 'Esc', does: 'Back' },
      { keys: '?', does: 'This list' },
    ],
  },
  {
    title: 'Writing',
    keys: [
      { keys: 'Enter', does: 'Send' },
      { keys: 'Shift+Enter', does: 'New line' },
      { keys: 'Mod+Shift+Enter', does: 'Send without sound' },
      { keys: 'Mod+V', does: 'Add a copied photo' },
    ],
  },
] as const;

/** All keys on one card. */
export function ShortcutHelp({ open, onOpenChange }: ShortcutHelpProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard" size="small">
      {groups.map((group) => (
        <section key={group.title} className="not-first:mt-5">
          <h3 className="text-small font-semibold text-quiet">{group.title}</h3>
          <dl className="mt-1">
            {group.keys.map(({ keys, does }) => (
              <div key={keys} className="flex min-h-9 items-center justify-between gap-4">
                <dt>{does}</dt>
                <dd>
                  <Kbd>{shortcutText(keys)}</Kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

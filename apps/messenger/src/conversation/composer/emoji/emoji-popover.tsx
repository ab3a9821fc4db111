import { IconButton, Popover, Spinner } from '@sotto/ui';
import { Smile } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { EmojiBoundary } from './emoji-boundary.tsx';

const EmojiPicker = lazy(async () => ({
  default: (await import('./emoji-picker.tsx')).EmojiPicker,
}));

/** The emoji button once it was pressed, open from the start. */
export function EmojiPopover({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const [open, setOpen] = useState(true);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Emoji"
      side="top"
      align="end"
      trigger={<IconButton label="Emoji" icon={<Smile />} />}
    >
      <div className="flex h-88 w-88 max-w-[calc(100vw-1rem)] flex-col">
        <EmojiBoundary>
          <Suspense
            fallback={
              <span className="m-auto text-quiet">
                <Spinner label="Loading emoji" />
              </span>
            }
          >
            <EmojiPicker
              onPick={(emoji) => {
                setOpen(false);
                onPick(emoji);
              }}
            />
          </Suspense>
        </EmojiBoundary>
      </div>
    </Popover>
  );
}

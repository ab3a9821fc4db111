import { IconButton, useToast } from '@sotto/ui';
import { Smile } from 'lucide-react';
import { useState, type ComponentType } from 'react';

interface EmojiButtonProps {
  readonly onPick: (emoji: string) => void;
}

/** Opens the emoji picker, which is fetched with all it floats in the first time it is wanted. */
export function EmojiButton({ onPick }: EmojiButtonProps) {
  const toast = useToast();
  const [Opened, setOpened] = useState<ComponentType<EmojiButtonProps> | null>(null);

  async function open() {
    try {
      const { EmojiPopover } = await import('./emoji-popover.tsx');
      setOpened(() => EmojiPopover);
    } catch {
      // NOTE: without a connection a script does not come either; the next press asks again.
      toast.show({
        text: 'Emoji didn’t load. Check your connection and try again.',
        tone: 'danger',
      });
    }
  }

  if (Opened !== null) return <Opened onPick={onPick} />;
  return (
    <IconButton
      label="Emoji"
      icon={<Smile />}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => void open()}
    />
  );
}

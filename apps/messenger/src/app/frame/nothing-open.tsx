import { Kbd, shortcutText } from '@sotto/ui';
import { Mark } from './mark.tsx';

export interface NothingOpenProps {
  readonly text?: string;
}

/** The empty detail beside a list. */
export function NothingOpen({ text = 'Choose a conversation to read it here.' }: NothingOpenProps) {
  return (
    <div className="grid h-full place-items-center p-6 text-center max-md:hidden">
      <div className="animate-appear text-quiet">
        <span className="inline-block opacity-25 grayscale">
          <Mark sizePx={56} />
        </span>
        <p className="mt-4">{text}</p>
        <p className="mt-2 text-small">
          <Kbd>{shortcutText('Mod+K')}</Kbd> to search, <Kbd>?</Kbd> for all keys
        </p>
      </div>
    </div>
  );
}

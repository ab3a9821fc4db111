import { Button } from '@sotto/ui';
import { EyeOff } from 'lucide-react';
import type { Shown } from './blur-rules.ts';

/** What stands over a blurred photo. */
export function Veil({ shown, onShow }: { readonly shown: Shown; readonly onShow: () => void }) {
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-2 p-3 text-center">
      {shown.words !== null && (
        <output className="flex items-center gap-2 rounded-full bg-shade px-3 py-1.5 text-small text-on-shade [&_.lucide]:size-4 [&_.lucide]:shrink-0">
          <EyeOff aria-hidden="true" />
          {shown.words}
        </output>
      )}
      {shown.canShow && (
        <Button size="small" onClick={onShow}>
          Show
        </Button>
      )}
    </div>
  );
}

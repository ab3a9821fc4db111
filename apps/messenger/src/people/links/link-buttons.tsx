import type { Person } from '@sotto/client';
import { Button, OnceWanted } from '@sotto/ui';
import { Copy, QrCode, Share2 } from 'lucide-react';
import { lazy, useState } from 'react';
import { canShare, shareAddress } from './share-address.ts';
import { nameOf } from '../names.ts';
import { useCopying } from './use-copying.ts';

const QrDialog = lazy(async () => ({ default: (await import('./qr-dialog.tsx')).QrDialog }));

export interface LinkButtonsProps {
  readonly address: string;
  readonly person: Person;
  /** What a scan of the code leads to. */
  readonly scanText: string;
}

/** What can be done with an address: copy it, share it, hold it out to a camera. */
export function LinkButtons({ address, person, scanText }: LinkButtonsProps) {
  const copy = useCopying();
  const [showing, setShowing] = useState(false);
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" icon={<Copy className="size-4.5" />} onClick={() => copy(address)}>
        Copy
      </Button>
      {canShare() && (
        <Button
          size="small"
          icon={<Share2 className="size-4.5" />}
          onClick={() => shareAddress(address)}
        >
          Share
        </Button>
      )}
      <Button size="small" icon={<QrCode className="size-4.5" />} onClick={() => setShowing(true)}>
        QR code
      </Button>
      <OnceWanted wanted={showing}>
        <QrDialog
          open={showing}
          onOpenChange={setShowing}
          address={address}
          name={nameOf(person)}
          handle={person.handle}
          text={scanText}
        />
      </OnceWanted>
    </div>
  );
}

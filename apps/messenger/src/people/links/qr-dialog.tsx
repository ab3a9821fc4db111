import { Button, Dialog } from '@sotto/ui';
import { Copy } from 'lucide-react';
import { NameLine } from '../name-line.tsx';
import { shortAddress } from './profile-address.ts';
import { QrCode } from './qr-code.tsx';
import { useCopying } from './use-copying.ts';

export interface QrDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly address: string;
  /** Whom or what it leads to, and the line under that. */
  readonly name: string;
  readonly handle?: string;
  /** What a scan leads to. */
  readonly text: string;
}

/** An address for the camera of whoever stands beside one. */
export function QrDialog({ open, onOpenChange, address, name, handle, text }: QrDialogProps) {
  const copy = useCopying();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="QR code" description={text} size="small">
      <div className="flex flex-col items-center gap-4">
        <div className="w-full max-w-72 rounded-card bg-on-shade p-2 text-center text-shade">
          <QrCode address={address} label={`QR code of ${shortAddress(address)}`} />
          <div className="px-3 pb-3">
            <NameLine className="text-title font-semibold">{name}</NameLine>
            {handle !== undefined && <NameLine className="text-small">{handle}</NameLine>}
          </div>
        </div>
        <p className="w-full text-center text-small break-all text-quiet">
          <bdi>{shortAddress(address)}</bdi>
        </p>
        <Button icon={<Copy className="size-4.5" />} onClick={() => copy(address)}>
          Copy link
        </Button>
      </div>
    </Dialog>
  );
}

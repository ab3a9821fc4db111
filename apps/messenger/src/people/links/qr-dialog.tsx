import type { Person } from '@sotto/client';
import { Button, Dialog } from '@sotto/ui';
import { generate } from 'lean-qr';
import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import { NameLine } from '../name-line.tsx';
import { nameOf } from '../names.ts';
import { shortAddress } from './profile-address.ts';
import { QUIET_ZONE, qrPath } from './qr-path.ts';
import { useCopying } from './use-copying.ts';

export interface QrDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly address: string;
  readonly person: Person;
  /** What a scan leads to. */
  readonly text: string;
}

/** An address for the camera of whoever stands beside one. Dark on light in any theme: not all cameras read the opposite. */
export function QrDialog({ open, onOpenChange, address, person, text }: QrDialogProps) {
  const { path, sidePx } = useMemo(() => {
    const code = generate(address);
    return { path: qrPath(code), sidePx: code.size + 2 * QUIET_ZONE };
  }, [address]);
  const copy = useCopying();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="QR code" description={text} size="small">
      <div className="flex flex-col items-center gap-4">
        <div className="w-full max-w-72 rounded-card bg-on-shade p-2 text-center text-shade">
          <svg
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- An img takes no colour from the page.
            role="img"
            aria-label={`QR code of ${shortAddress(address)}`}
            viewBox={`0 0 ${sidePx} ${sidePx}`}
            shapeRendering="crispEdges"
            className="block w-full"
          >
            <path d={path} fill="currentColor" />
          </svg>
          <div className="px-3 pb-3">
            <NameLine className="text-title font-semibold">{nameOf(person)}</NameLine>
            <NameLine className="text-small">{person.handle}</NameLine>
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

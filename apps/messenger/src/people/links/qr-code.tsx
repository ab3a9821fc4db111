import { generate } from 'lean-qr';
import { useMemo } from 'react';
import { QUIET_ZONE, qrPath } from './qr-path.ts';

export interface QrCodeProps {
  readonly address: string;
  /** What it leads to, for who cannot see it. */
  readonly label: string;
}

/** An address for a camera. Dark on light in any theme: not all cameras read the opposite. */
export function QrCode({ address, label }: QrCodeProps) {
  const { path, sidePx } = useMemo(() => {
    const code = generate(address);
    return { path: qrPath(code), sidePx: code.size + 2 * QUIET_ZONE };
  }, [address]);
  return (
    <svg
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- An img takes no colour from the page.
      role="img"
      aria-label={label}
      viewBox={`0 0 ${sidePx} ${sidePx}`}
      shapeRendering="crispEdges"
      className="block w-full"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}

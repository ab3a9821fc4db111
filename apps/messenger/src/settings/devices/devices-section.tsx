import type { DeviceSummary } from '@sotto/client';
import { Button, Skeleton } from '@sotto/ui';
import { useState } from 'react';
import { SectionCard } from '../section-card.tsx';
import { DeviceRow } from './device-row.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SignOutDeviceDialog } from './sign-out-device-dialog.tsx';
import { useDevices } from './use-devices.ts';

interface Act {
  readonly kind: 'rename' | 'sign_out';
  readonly device: DeviceSummary;
}

/** Everything that is signed in as this person. */
export function DevicesSection() {
  const { state, reload } = useDevices();
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const done = (): void => {
    close();
    reload();
  };
  return (
    <SectionCard
      id="devices"
      title="Devices"
      text="Everywhere you are signed in. If you don’t know one, sign it out and change your password."
    >
      {state.kind === 'loading' && <LoadingRow />}
      {state.kind === 'failed' && (
        <div className="flex items-center justify-between gap-4">
          <p className="text-quiet">Your devices could not be loaded.</p>
          <Button size="small" onClick={reload}>
            Try again
          </Button>
        </div>
      )}
      {state.kind === 'here' &&
        state.devices.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            onRename={() => setAct({ kind: 'rename', device })}
            onSignOut={() => setAct({ kind: 'sign_out', device })}
          />
        ))}
      {act?.kind === 'rename' && <RenameDialog device={act.device} onClose={close} onDone={done} />}
      {act?.kind === 'sign_out' && (
        <SignOutDeviceDialog device={act.device} onClose={close} onDone={done} />
      )}
    </SectionCard>
  );
}

function LoadingRow() {
  return (
    <output aria-label="Loading your devices" className="flex items-center gap-4">
      <Skeleton className="size-10" />
      <div className="flex flex-col gap-2">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-3 w-56" />
      </div>
    </output>
  );
}

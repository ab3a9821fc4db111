import type { DeviceSummary } from '@sotto/client';
import { Button, buttonClasses, FailedLine, Skeleton } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { SectionCard } from '../section-card.tsx';
import { DeviceRow } from './device-row.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { useDevices } from './use-devices.ts';

type Act =
  | { readonly kind: 'rename'; readonly device: DeviceSummary }
  | { readonly kind: 'sign_out'; readonly devices: readonly DeviceSummary[] };

/** Everything that is signed in as this person. */
export function DevicesSection() {
  const { state, reload } = useDevices();
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const done = (): void => {
    close();
    reload();
  };
  const devices = state.kind === 'here' ? state.devices : [];
  const others = devices.filter(({ thisDevice }) => !thisDevice);
  return (
    <SectionCard
      id="devices"
      title="Devices"
      text="Everywhere you are signed in. If you don’t know one, sign it out and change your password."
    >
      {state.kind === 'loading' && <LoadingRow />}
      {state.kind === 'failed' && (
        <FailedLine text="Your devices could not be loaded." onRetry={reload} />
      )}
      {devices.map((device) => (
        <DeviceRow
          key={device.id}
          device={device}
          linkedBy={devices.find(({ id }) => id === device.linkedBy) ?? null}
          onRename={() => setAct({ kind: 'rename', device })}
          onSignOut={() => setAct({ kind: 'sign_out', devices: [device] })}
        />
      ))}
      <div className="flex flex-wrap justify-end gap-2">
        {others.length > 1 && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => setAct({ kind: 'sign_out', devices: others })}
          >
            Sign out all others
          </Button>
        )}
        <Link to="/link" className={buttonClasses({ size: 'small' })}>
          <Plus className="size-4.5" />
          Link a device
        </Link>
      </div>
      {act?.kind === 'rename' && <RenameDialog device={act.device} onClose={close} onDone={done} />}
      {act?.kind === 'sign_out' && (
        <SignOutDialog devices={act.devices} onClose={close} onDone={done} />
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

import type { DeviceSummary } from '@sotto/client';
import { IconButton, Menu } from '@sotto/ui';
import { Ellipsis, LogOut, Monitor, Pencil, Smartphone } from 'lucide-react';
import { useClock } from '../../app/index.ts';
import { originText } from './first-seen.ts';
import { lastSeenText } from './last-seen.ts';

export interface DeviceRowProps {
  readonly device: DeviceSummary;
  /** The device that let it in, if it is still there. */
  readonly linkedBy: DeviceSummary | null;
  readonly onRename: () => void;
  readonly onSignOut: () => void;
}

/** One device: its name, when and from where it was last here, and how it came. */
export function DeviceRow({ device, linkedBy, onRename, onSignOut }: DeviceRowProps) {
  const clock = useClock();
  const Icon = /phone|android|ios|ipad/iu.test(device.name) ? Smartphone : Monitor;
  const where = device.lastSeenAddress === null ? '' : ` · ${device.lastSeenAddress}`;
  return (
    <div className="flex items-center gap-3">
      <span
        aria-hidden="true"
        className="grid size-10 shrink-0 place-items-center rounded-full bg-sunken text-quiet"
      >
        <Icon />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          <bdi>{device.name}</bdi>
        </p>
        <p className="text-small text-quiet">
          {device.thisDevice ? (
            <span className="font-medium text-accent">This device</span>
          ) : (
            lastSeenText(device.lastSeenMs, clock.nowMs()) + where
          )}
        </p>
        <p className="text-small wrap-anywhere text-quiet">
          {originText(device, linkedBy, clock.nowMs())}
        </p>
        {!device.trusted && (
          <p className="text-small text-caution">
            Not approved yet, so it can’t read your messages.
          </p>
        )}
      </div>
      <Menu
        trigger={
          <IconButton label={`Actions for ${device.name}`} icon={<Ellipsis />} tooltip={false} />
        }
        items={[
          { label: 'Rename', icon: <Pencil />, onSelect: onRename },
          // This device has its own place to sign out, where what it means is said.
          ...(device.thisDevice
            ? []
            : [{ label: 'Sign out', icon: <LogOut />, danger: true, onSelect: onSignOut }]),
        ]}
      />
    </div>
  );
}

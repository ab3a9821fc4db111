import type { DeviceBook, DeviceSummary } from '@sotto/client';
import { Banner, Button, useObservable, useToast } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { useClock } from '../../app/index.ts';
import { whenText } from '../../settings/devices/first-seen.ts';
import { useDeviceBook } from '../../settings/devices/use-device-book.ts';
import { PasswordDialog } from '../../settings/security/password-dialog.tsx';

/** A quiet line about each device that signed in since, until somebody says whose it is. */
export function NewDeviceLine() {
  const book = useDeviceBook();
  return book && <Line book={book} />;
}

function Line({ book }: { readonly book: DeviceBook }) {
  const [device] = useObservable(book.newDevices);
  return device ? <NewDevice key={device.id} book={book} device={device} /> : null;
}

function NewDevice({
  book,
  device,
}: {
  readonly book: DeviceBook;
  readonly device: DeviceSummary;
}) {
  const clock = useClock();
  const toast = useToast();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const when =
    device.firstSeenMs === null ? '' : `, ${whenText(device.firstSeenMs, clock.nowMs())}`;

  function signedOut(): void {
    setAsking(false);
    toast.show({
      text: 'It is signed out. Change your password too.',
      durationMs: 0,
      action: {
        label: 'Change password',
        onAction: () =>
          void navigate({ to: '/settings/{-$section}', params: { section: 'password' } }),
      },
    });
  }

  return (
    <div data-line className="shrink-0 border-b border-line bg-sunken pt-(--sotto-safe-top)">
      <Banner
        icon={<MonitorSmartphone />}
        action={
          <span className="ms-auto flex gap-1">
            <Button variant="quiet" size="small" onClick={() => setAsking(true)}>
              That wasn’t me
            </Button>
            <Button
              variant="quiet"
              size="small"
              onClick={() => {
                void book.acknowledge(device.id);
              }}
            >
              It was me
            </Button>
          </span>
        }
      >
        {device.linkedBy === null ? 'New device signed in' : 'New device linked'}:{' '}
        <bdi>{device.name}</bdi>
        {when}
      </Banner>
      {asking && (
        <PasswordDialog
          title="Sign that device out?"
          text={
            device.linkedBy === null
              ? 'It loses access at once. Somebody knows your password: change it afterwards.'
              : 'It loses access at once. It was let in from another device of yours: see that nobody else uses that one, and change your password afterwards.'
          }
          confirmLabel="Sign out"
          danger
          onConfirm={(password) => book.signOut([device.id], password)}
          onClose={() => setAsking(false)}
          onDone={signedOut}
        />
      )}
    </div>
  );
}

import type { QuietHours } from '@sotto/protocol';
import { Checkbox, TextField, useObservable, useToast } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { dateLocale } from '../../conversation/time/calendar.ts';
import { deviceTimeZone } from '../profile/time-zones.ts';
import { SectionCard } from '../section-card.tsx';
import { weekdays } from './weekdays.ts';

const NIGHTS: Omit<QuietHours, 'time_zone'> = {
  enabled: false,
  from: '22:00',
  to: '07:00',
  days: [1, 2, 3, 4, 5, 6, 7],
};

/** When I am not to be disturbed. */
export function QuietHoursSection() {
  const { quiet } = useAccount();
  const state = useObservable(quiet.state);
  const toast = useToast();
  /** What was chosen and is not on the server yet. */
  const [saving, setSaving] = useState<QuietHours | null>(null);
  const here = deviceTimeZone();
  const hours = saving ?? state?.hours ?? { ...NIGHTS, time_zone: here };

  async function change(part: Partial<QuietHours>): Promise<void> {
    const next = { ...hours, ...part };
    setSaving(next);
    const outcome = await quiet.setHours(next);
    setSaving(null);
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
  }

  return (
    <SectionCard
      id="quiet-hours"
      title="Quiet hours"
      text="Messages arrive and wait in your list; nothing notifies you. Nobody can see your quiet hours."
    >
      <Checkbox
        label="Keep quiet hours"
        checked={hours.enabled}
        disabled={state === null}
        onCheckedChange={(enabled) => {
          // They are kept where whoever turns them on is.
          void change(enabled ? { enabled, time_zone: here } : { enabled });
        }}
      />
      {hours.enabled && (
        <div className="flex flex-col gap-4">
          <div className="grid grid-cols-2 gap-3">
            <Time label="From" value={hours.from} onChange={(from) => void change({ from })} />
            <Time label="To" value={hours.to} onChange={(to) => void change({ to })} />
          </div>
          <fieldset>
            <legend className="text-small font-medium">Beginning on</legend>
            <div className="grid grid-cols-2 gap-x-3 pt-1 sm:grid-cols-4">
              {weekdays(dateLocale(navigator.languages)).map(({ day, name }) => (
                <Checkbox
                  key={day}
                  label={name}
                  checked={hours.days.includes(day)}
                  onCheckedChange={(on) => {
                    const others = hours.days.filter((one) => one !== day);
                    void change({ days: on ? [...others, day].toSorted((a, b) => a - b) : others });
                  }}
                />
              ))}
            </div>
          </fieldset>
          <p className="text-small text-quiet">
            By the clock of {hours.time_zone.replaceAll('_', ' ')}
            {hours.time_zone === here ? '.' : ', which is not where this device is.'} To let
            somebody through, open their page.
          </p>
        </div>
      )}
    </SectionCard>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Kept when the field is left: a time that is half typed is none. */
function Time({ label, value, onChange }: TimeProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      type="time"
      label={label}
      value={typed ?? value}
      onValueChange={setTyped}
      onBlur={() => {
        if (typed !== null && typed !== '' && typed !== value) onChange(typed);
        setTyped(null);
      }}
    />
  );
}

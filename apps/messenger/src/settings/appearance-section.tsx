import { Segmented, Slider } from '@sotto/ui';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useAppearance } from '../app/index.ts';
import { MESSAGE_SIZE_PX } from '../platform/appearance.ts';
import { SectionCard } from './section-card.tsx';

const themes = [
  { value: 'system', label: 'System', icon: <Monitor /> },
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
] as const;

/** Theme and message text size, for this device. */
export function AppearanceSection() {
  const { appearance, change } = useAppearance();
  return (
    <SectionCard id="appearance" title="Appearance" text="For this device only.">
      <div>
        <Segmented
          label="Theme"
          value={appearance.theme}
          options={themes}
          onValueChange={(theme) => change({ theme })}
        />
      </div>
      <div>
        <Slider
          label="Message text"
          value={appearance.messageSizePx}
          min={MESSAGE_SIZE_PX.min}
          max={MESSAGE_SIZE_PX.max}
          formatValue={(sizePx) => `${sizePx} px`}
          onValueChange={(messageSizePx) => change({ messageSizePx })}
        />
        <div aria-hidden="true" className="flex flex-col gap-1 rounded-card bg-background p-3">
          <p className="me-auto max-w-[78%] rounded-bubble rounded-es-joint border border-line bg-bubble-theirs px-3.5 py-1.5 text-message">
            Is this easier to read?
          </p>
          <p className="ms-auto max-w-[78%] rounded-bubble rounded-ee-joint bg-bubble-mine px-3.5 py-1.5 text-message text-on-bubble-mine">
            Much better.
          </p>
        </div>
      </div>
    </SectionCard>
  );
}

import { Button, Checkbox, IconButton, TextField } from '@sotto/ui';
import { Hash, Megaphone, Plus, X } from 'lucide-react';
import {
  FIRST_CHANNELS_MAX,
  NAME_LENGTH_MAX,
  withOneMore,
  type ChannelDraft,
} from './channel-drafts.ts';

export interface FirstChannelsProps {
  readonly channels: readonly ChannelDraft[];
  readonly onChannelsChange: (channels: readonly ChannelDraft[]) => void;
}

/** The channels a community begins with, each one line. */
export function FirstChannels({ channels, onChannelsChange }: FirstChannelsProps) {
  const change = (key: number, part: Partial<ChannelDraft>) =>
    onChannelsChange(channels.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-small font-semibold">First channels</legend>
      {channels.map(({ key, name, announcement }, index) => {
        const called = name.trim() === '' ? `Channel ${index + 1}` : name.trim();
        return (
          <div key={key}>
            <div className="flex items-center gap-1">
              <div className="min-w-0 flex-1">
                <TextField
                  label={`Name of channel ${index + 1}`}
                  hideLabel
                  placeholder="Channel name"
                  autoComplete="off"
                  maxLength={NAME_LENGTH_MAX}
                  value={name}
                  onValueChange={(next) => change(key, { name: next })}
                  leading={
                    <span className="shrink-0 text-quiet [&_.lucide]:size-4.5">
                      {announcement ? (
                        <Megaphone aria-hidden="true" />
                      ) : (
                        <Hash aria-hidden="true" />
                      )}
                    </span>
                  }
                />
              </div>
              <IconButton
                label={`Remove ${called}`}
                size="small"
                icon={<X className="size-4.5" />}
                disabled={channels.length === 1}
                onClick={() => onChannelsChange(channels.filter((one) => one.key !== key))}
              />
            </div>
            <Checkbox
              label={
                <>
                  Only staff write<span className="sr-only"> in {called}</span>
                </>
              }
              checked={announcement}
              onCheckedChange={(next) => change(key, { announcement: next })}
            />
          </div>
        );
      })}
      {channels.length < FIRST_CHANNELS_MAX && (
        <Button
          variant="quiet"
          size="small"
          className="self-start"
          icon={<Plus className="size-4.5" />}
          onClick={() => onChannelsChange(withOneMore(channels))}
        >
          Add a channel
        </Button>
      )}
    </fieldset>
  );
}

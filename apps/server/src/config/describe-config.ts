import type { Config } from './config.ts';
import type { SettingSource } from './read-settings.ts';
import { envNameOf } from './setting.ts';
import { settings, type SettingName } from './settings.ts';

/** The settings in force as lines a person reads, secrets hidden. */
export function describeConfig(
  config: Config,
  sources: Readonly<Record<SettingName, SettingSource>>,
): readonly string[] {
  const names = Object.keys(settings) as readonly SettingName[];
  const widthMax = Math.max(...names.map((name) => envNameOf(name).length));
  return names.map((name) => {
    const value = settings[name].secret ? hide(config[name]) : show(config[name]);
    return `${envNameOf(name).padEnd(widthMax)}  ${value} (${sources[name]})`;
  });
}

type Shown = Config[SettingName];

function hide(value: Shown): string {
  return value === null ? '-' : '(hidden)';
}

function show(value: Shown): string {
  if (value === null) return '-';
  if (value instanceof URL) return value.origin;
  const text = typeof value === 'object' ? value.join(', ') : String(value);
  return text === '' ? '-' : text;
}

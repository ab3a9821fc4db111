import { envNameOf, flagOf } from './setting.ts';
import { settings, type SettingName } from './settings.ts';

/** The page `docs/generated/config.md`. */
export function renderConfigReference(): string {
  const rows = (Object.keys(settings) as readonly SettingName[]).map((name) => {
    const { doc, secret, example, ...rest } = settings[name];
    const byDefault = rest.default === null ? `*${noteOf(name)}*` : codeOf(rest.default);
    const note = secret ? `${doc} **Secret:** never printed or logged.` : doc;
    return `| \`${envNameOf(name)}\` | \`${flagOf(name)}\` | ${byDefault} | \`${example}\` | ${note} |`;
  });
  return [
    '# Settings',
    '',
    'Made by `npm run gen` from `apps/server/src/config/settings.ts`. Do not edit by hand.',
    '',
    'A flag wins over a variable, a variable over the default: `npm start -- --port 9000`.',
    'An unknown flag or `SOTTO_…` variable is refused, so that a slip of the pen cannot go unnoticed;',
    'names that begin with `SOTTO_TEST_` or `SOTTO_DEV_` belong to the tests and to `npm run dev`.',
    '',
    '| Variable | Flag | Default | Example | What it decides |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function noteOf(name: SettingName): string {
  const entry = settings[name];
  return 'defaultNote' in entry ? entry.defaultNote.replaceAll('`', '') : 'none';
}

function codeOf(text: string): string {
  return text === '' ? '–' : `\`${text}\``;
}

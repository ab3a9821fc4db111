import { flagOf, settings, type SettingName } from '../config/index.ts';

/** The answer to `--help`. */
export function renderHelp(): string {
  const names = Object.keys(settings) as readonly SettingName[];
  const flags = names.map((name) => [
    `${flagOf(name)} ${settings[name].example}`,
    settings[name].doc,
  ]);
  const width = Math.max(...flags.map(([flag = '']) => flag.length));
  return [
    'Sotto: private messages for people and for the businesses they talk to.',
    '',
    'npm start                              start the server',
    'npm start -- create-user NAME          make an account; asks for the password',
    'npm start -- reset-password NAME       set a new password and sign out every device',
    'npm start -- set-age NAME AGE          say who is a minor: minor, adult, or born in 2012-05',
    'npm start -- set-business NAME yes|no  show others that an account is a business',
    'npm start -- make-moderator NAME       let somebody see and decide reports',
    'npm start -- end-moderator NAME        no longer let them',
    'npm start -- check-config              show the settings in force and check them',
    '',
    'Settings, each also a variable such as SOTTO_PORT=9000:',
    ...flags.map(([flag = '', doc]) => `  ${flag.padEnd(width)}  ${doc}`),
  ].join('\n');
}

import { parseArgs } from 'node:util';
import { refuse } from '../errors.ts';
import { findClosestName } from './closest-name.ts';
import { envNameOf, flagOf, UnusableValue, type Setting } from './setting.ts';
import { settings, type GivenSettings, type SettingName } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type SettingSource = 'flag' | 'environment' | 'default';

export interface ReadSettings {
  readonly given: GivenSettings;
  readonly sources: Readonly<Record<SettingName, SettingSource>>;
}

/** Variables of the tests and of `npm run dev`, which the program itself does not read. */
const NOT_OURS = /^SOTTO_(?:TEST|DEV)_/;

const names = Object.keys(settings) as readonly SettingName[];

/**
 * Reads every setting from the flags, then the environment, then its default. All that is wrong is
 * refused at once, in sentences, so that a person corrects it in one go.
 */
export function readSettings(flags: readonly string[], env: Environment): ReadSettings {
  const problems: string[] = [...findUnknownVariables(env)];
  const fromFlags = readFlags(flags, problems);
  const given: Partial<Record<SettingName, unknown>> = {};
  const sources: Partial<Record<SettingName, SettingSource>> = {};

  for (const name of names) {
    // A variable set to nothing counts as unset: compose files and shells write that.
    const fromEnv = env[envNameOf(name)] || undefined;
    const flag = fromFlags.get(name);
    sources[name] = flag !== undefined ? 'flag' : fromEnv !== undefined ? 'environment' : 'default';
    const label = flag === undefined ? envNameOf(name) : flagOf(name);
    given[name] = parse(settings[name], flag ?? fromEnv, { label, problems });
  }

  if (problems.length > 0) throw refuse('config_invalid', problems.join('\n'));
  // SAFETY: the loop visited every name of the table, and each value came from that name's parser.
  return { given, sources } as ReadSettings;
}

interface Place {
  readonly label: string;
  readonly problems: string[];
}

function parse(setting: Setting<unknown>, text: string | undefined, place: Place): unknown {
  const chosen = text ?? setting.default;
  if (chosen === null) return null;
  try {
    return setting.parse(chosen);
  } catch (cause) {
    if (!(cause instanceof UnusableValue)) throw cause;
    place.problems.push(`${place.label} ${cause.message}`);
    return null;
  }
}

function readFlags(flags: readonly string[], problems: string[]): Map<SettingName, string> {
  const byFlag = new Map(names.map((name) => [flagOf(name), name]));
  const options = Object.fromEntries(
    [...byFlag.keys()].map((flag) => [flag.slice(2), { type: 'string' as const }]),
  );
  const { tokens } = parseArgs({ args: [...flags], options, strict: false, tokens: true });
  const values = new Map<SettingName, string>();
  let unknownAt: number | null = null;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      // The word after an unknown flag is most likely its value: one complaint is enough.
      if (unknownAt !== null && token.index === unknownAt + 1) continue;
      problems.push(`"${token.value}" is not understood here. Flags look like --port 9000.`);
      continue;
    }
    const name = byFlag.get(token.rawName);
    if (name === undefined) {
      unknownAt = token.index;
      problems.push(describeUnknown(token.rawName, [...byFlag.keys(), '--help']));
    } else if (token.value === undefined || token.value === '') {
      problems.push(
        `${token.rawName} needs a value, such as ${token.rawName} ${settings[name].example}.`,
      );
    } else {
      values.set(name, token.value);
    }
  }
  return values;
}

function findUnknownVariables(env: Environment): readonly string[] {
  const known = names.map(envNameOf);
  return Object.keys(env)
    .filter((name) => name.startsWith('SOTTO_') && !NOT_OURS.test(name))
    .filter((name) => !known.includes(name))
    .map((name) => describeUnknown(name, known));
}

function describeUnknown(name: string, known: readonly string[]): string {
  const closest = findClosestName(name, known);
  if (closest !== null) return `There is no setting ${name}. Did you mean ${closest}?`;
  return `There is no setting ${name}. "npm start -- --help" lists them all.`;
}

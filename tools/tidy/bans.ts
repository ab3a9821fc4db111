/** Something no line may say, and what to say instead. */
export interface Ban {
  readonly name: string;
  readonly find: RegExp;
  /** Files it applies to. */
  readonly where: RegExp;
  readonly except?: RegExp;
  /** Looks in comments, too. */
  readonly inComments?: boolean;
  /** A `SAFETY:` comment just above lifts it. */
  readonly needsSafety?: boolean;
  /** The replacement. */
  readonly say: string;
  /** A line it must find, and one it must leave alone. */
  readonly wrong: string;
  readonly right: string;
}

const CODE = /\.(?:ts|tsx|mjs|cjs|js)$/;
const SHIPPED = /^(?:packages|apps)\/.*\.(?:ts|tsx)$/;
const TESTS = /\.test\.tsx?$|\/(?:testing|tests)\/|^e2e\//;
const SCREENS = /^(?:packages\/(?:ui|client)|apps\/messenger)\/.*\.(?:ts|tsx|js|html)$/;
const HOMESERVER = /^packages\/homeserver\/src\/.*\.ts$/;

export const bans: readonly Ban[] = [
  {
    name: 'time',
    find: /\bDate\.now\(|new Date\(\)/,
    where: SHIPPED,
    except: /^packages\/kit\/src\/clock\.ts$/,
    say: 'take a Clock (@sotto/kit)',
    wrong: 'const atMs = Date.now();',
    right: 'const day = new Date(atMs);',
  },
  {
    name: 'the system clock is handed in',
    find: /\bsystemClock\b/,
    where: HOMESERVER,
    say: 'use the clock you were given',
    wrong: "import { systemClock } from '@sotto/kit';",
    right: 'const nowMs = clock.nowMs();',
  },
  {
    name: 'chance',
    find: /\bMath\.random\(/,
    where: SHIPPED,
    say: 'use the Random you were given, or crypto.getRandomValues',
    wrong: 'const id = Math.random();',
    right: 'const id = random.token(16);',
  },
  {
    name: 'environment',
    find: /process\.env\b/,
    where: SHIPPED,
    except: /^apps\/server\/src\/main\.ts$|\.test\.tsx?$|\/(?:testing|tests)\/|\.config\.ts$/,
    say: 'make it a setting in apps/server/src/config',
    wrong: "const port = process.env['PORT'];",
    right: 'const { port } = config;',
  },
  {
    name: 'queries',
    find: /\.(?:selectFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(/,
    where: HOMESERVER,
    except: /(?:\/|-)store\.ts$|\.test\.ts$|\/storage\/|\/testing(?:\/|\.ts$)/,
    say: 'ask the store of the module that owns the table',
    wrong: "await db.selectFrom('event').execute();",
    right: 'await eventStore.find(db, id);',
  },
  {
    name: 'patterns',
    // A constant in capitals is made of constants.
    find: /^(?!const [A-Z_]+ = ).*new RegExp\(/,
    where: SHIPPED,
    except: /\.test\.tsx?$/,
    needsSafety: true,
    say: 'write the pattern out; one made from what people send can hang the program',
    wrong: 'const pattern = new RegExp(input);',
    right: 'const pattern = /^[a-z]+$/;',
  },
  {
    name: 'markup',
    find: /\.(?:innerHTML|outerHTML)\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/,
    where: SCREENS,
    say: 'build elements; what people write is text, never markup',
    wrong: 'element.innerHTML = body;',
    right: 'element.textContent = body;',
  },
  {
    name: 'code from text',
    find: /\beval\(|new Function\(/,
    where: CODE,
    except: /^tools\/tidy\//,
    say: 'call a function',
    wrong: 'eval(text);',
    right: 'retrieval(text);',
  },
  {
    name: 'unchecked certificates',
    find: /rejectUnauthorized: *false|NODE_TLS_REJECT_UNAUTHORIZED/,
    where: CODE,
    except: /^tools\/tidy\//,
    say: 'trust the right authority instead',
    wrong: 'connect({ rejectUnauthorized: false });',
    right: 'connect({ ca });',
  },
  {
    name: 'casts',
    find: /\bas (?:unknown as|any|never)\b/,
    where: CODE,
    except: /\.test\.tsx?$|^tools\/tidy\//,
    needsSafety: true,
    say: 'narrow the type, or write above the line why it holds (SAFETY:)',
    wrong: 'const row = value as unknown as Row;',
    right: 'const row = toRow(value);',
  },
  {
    name: 'colours',
    find: /#[0-9a-fA-F]{6}\b|\brgba?\(\d/,
    where: /^(?:packages\/ui|apps\/messenger)\/src\/.*\.tsx$/,
    say: 'use a token of packages/ui',
    wrong: "color: '#0F6B62'",
    right: "color: 'var(--accent)'",
  },
  {
    name: 'unfinished',
    inComments: true,
    find: /\b(?:FIXME|XXX|HACK)\b|\bTODO\b(?!\(#\d+\))/,
    where: /\.(?:ts|tsx|mjs|cjs|css|html|md)$/,
    except: /^tools\/tidy\/|^STYLE\.md$|^CONTRIBUTING\.md$/,
    say: 'finish it, or name the issue: TODO(#12)',
    wrong: '// TODO: later',
    right: '// TODO(#12): when calls exist',
  },
  {
    name: 'tags',
    inComments: true,
    find: /(?:\/\/|^\s*\*) *(?!NOTE:|NOTSPEC:|SAFETY:|TODO\()[A-Z]{3,}:/,
    where: CODE,
    except: /^tools\/tidy\//,
    say: 'the tags are NOTE:, TODO(#issue):, NOTSPEC: and SAFETY:',
    wrong: '// WARNING: hot',
    right: '// NOTE: the peer may be gone.',
  },
  {
    name: 'authors and dates',
    inComments: true,
    find: /@(?:author|since|date)\b|\b(?:added|changed|written) by @?\w+ (?:on|in) \d/i,
    where: CODE,
    except: /^tools\/tidy\//,
    say: 'the history of the repository knows',
    wrong: ' * @author Mira',
    right: ' * @see https://spec.matrix.org/v1.19/',
  },
  {
    name: 'empty names',
    find: /\b(?:class|function|const|interface|type) \w*(?:Manager|Helpers?|Utils?|Misc)\b/,
    where: CODE,
    // What stands in for a part of the SDK has the name of that part.
    except: /^tools\/tidy\/|^apps\/messenger\/src\/platform\/absent\//,
    say: 'name it after what it does',
    wrong: 'class SessionManager {}',
    right: 'class SessionStore {}',
  },
  {
    name: 'tests that do not run',
    find: /\b(?:test|it|describe)\.(?:only|skip|todo|skipIf|runIf)\b/,
    where: TESTS,
    say: 'every test runs, every time',
    wrong: "test.skip('x', () => {});",
    right: "test.each([1])('x', () => {});",
  },
  {
    name: 'sleeping in tests',
    find: /waitForTimeout\(|timers\/promises|setTimeout\((?:resolve|done|r)\b/,
    where: TESTS,
    except: /\/support\//,
    say: 'wait for the condition (vi.waitFor, expect.poll, an event)',
    wrong: 'await page.waitForTimeout(500);',
    right: 'await vi.waitFor(() => expect(seen).toEqual([1]));',
  },
  {
    name: 'machine paths',
    inComments: true,
    find: /(?<![\w.~$}])\/(?:home|Users|root|work|mnt)\/[\w.]|[A-Z]:\\Users/,
    where: /\.(?:ts|tsx|mjs|cjs|json|md|html|css|yml)$|^\.ci\//,
    except: /^tools\/tidy\//,
    say: 'paths are relative to the repository',
    wrong: "const file = '/home/mira/sotto/x';",
    right: "const file = './x';",
  },
];

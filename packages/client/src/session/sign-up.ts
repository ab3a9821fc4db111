import { ProblemError, readServerError } from './problems.ts';
import type { ServerRequests } from './server-requests.ts';

export interface SignUpForm {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly registrationToken: string | null;
  /** As `2012-05`; only where the server asks for it. */
  readonly birthMonth?: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const REGISTER = '/_matrix/client/v3/register';
/** As the protocol spells it; from there it would bring the schemas along to the door. */
export const BIRTH_MONTH = 'app.sotto.birth_month';
const DUMMY = 'm.login.dummy';
const TOKEN = 'm.login.registration_token';

/** What a person means by `Mira`, `@mira` or ` mira `. */
export function normalizeUsername(typed: string): string {
  return typed.trim().replace(/^@/, '').toLowerCase();
}

/** The ways to register that a server offers, each a list of steps. */
export function readFlows(data: Json): readonly (readonly string[])[] {
  const { flows } = data;
  if (!Array.isArray(flows)) return [];
  return flows.flatMap((flow: unknown) => {
    // SAFETY: an answer of any other shape has no such field.
    const stages = (flow as { stages?: unknown } | null)?.stages;
    return Array.isArray(stages) && stages.every((stage) => typeof stage === 'string')
      ? [stages]
      : [];
  });
}

const isKnownStep = (stage: string): boolean => stage === DUMMY || stage === TOKEN;

export const asksForToken = (flow: readonly string[]): boolean => flow.includes(TOKEN);

/** The flow this client can walk: without a token if it may, with one if it must. */
export function chooseFlow(data: Json, hasToken: boolean): readonly string[] | null {
  const walkable = readFlows(data).filter((flow) => flow.every(isKnownStep));
  return (
    walkable.find((flow) => asksForToken(flow) === hasToken) ??
    walkable.find((flow) => !asksForToken(flow)) ??
    walkable[0] ??
    null
  );
}

const closed = () =>
  new ProblemError('registration_closed', 'This server takes no new people at the moment.');
const wrongToken = () =>
  new ProblemError('registration_token_wrong', 'That invitation code does not work.');

/** One step of the flow: done when the server gives a reply, otherwise more steps follow. */
async function takeStep(requests: ServerRequests, body: Json, auth: Json): Promise<Json | null> {
  try {
    return await requests.send('POST', REGISTER, { ...body, auth });
  } catch (error) {
    const { httpStatus, data } = readServerError(error);
    if (httpStatus !== 401) throw error;
    const { completed } = data;
    if (Array.isArray(completed) && completed.includes(auth['type'])) return null;
    throw auth['type'] === TOKEN ? wrongToken() : error;
  }
}

/**
 * Registers, walking the server's steps.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#account-registration
 */
export async function register(
  requests: ServerRequests,
  form: SignUpForm,
  deviceName: string,
): Promise<Json> {
  const body = {
    username: normalizeUsername(form.username),
    password: form.password,
    initial_device_display_name: deviceName,
    refresh_token: true,
    ...(form.birthMonth && { [BIRTH_MONTH]: form.birthMonth }),
  };
  try {
    return await requests.send('POST', REGISTER, body);
  } catch (error) {
    const { httpStatus, errcode, data } = readServerError(error);
    if (httpStatus === 403 && errcode === 'M_FORBIDDEN') throw closed();
    if (httpStatus !== 401) throw error;
    const flow = chooseFlow(data, form.registrationToken !== null);
    if (!flow) throw closed();
    if (asksForToken(flow) && !form.registrationToken) throw wrongToken();
    for (const type of flow) {
      const token = type === TOKEN ? { token: form.registrationToken } : {};
      const reply = await takeStep(requests, body, { type, session: data['session'], ...token });
      if (reply) return reply;
    }
    throw error;
  }
}

/** A name chosen at sign-up is set at once, so that nobody sees the bare username. */
export async function setFirstName(
  requests: ServerRequests,
  owner: { readonly userId: string; readonly accessToken: string },
  displayName: string,
): Promise<void> {
  const name = displayName.trim();
  if (name === '') return;
  const path = `/_matrix/client/v3/profile/${encodeURIComponent(owner.userId)}/displayname`;
  // NOTE: the account exists by now; its name can still be set in the settings.
  await requests.send('PUT', path, { displayname: name }, owner.accessToken).catch(() => undefined);
}

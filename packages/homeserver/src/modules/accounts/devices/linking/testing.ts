import type { Method, Reply, TestDevice, TestHomeserver } from '../../../../testing/homeserver.ts';

const LINKS = '/_matrix/client/unstable/app.sotto/device_links';

/** Where tests' new devices are; the signed-in ones are elsewhere unless a test says so. */
export const NEW_DEVICE_ADDRESS = '192.0.2.7';

/** The secrets of one attempt, as the new device holds them. */
export interface Started {
  readonly link_id: string;
  readonly code: string;
  readonly secret: string;
}

/** A call from a certain address. */
export async function callFrom(
  home: TestHomeserver,
  address: string,
  call: {
    readonly method?: Method;
    readonly url: string;
    readonly body?: object;
    readonly token?: string;
    readonly userAgent?: string;
  },
): Promise<Reply> {
  const { method = 'POST', url, body = {}, token, userAgent } = call;
  const response = await home.server.app.inject({
    method,
    url,
    remoteAddress: address,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
    },
    payload: body,
  });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
}

/** A new device asks to be linked. */
export async function startLink(
  home: TestHomeserver,
  address: string = NEW_DEVICE_ADDRESS,
  body: object = { client_name: 'Chrome on Linux' },
): Promise<Reply & { readonly body: Started }> {
  return callFrom(home, address, { url: LINKS, body });
}

export function watch(
  home: TestHomeserver,
  { link_id: linkId, secret }: Started,
  more: object = {},
): Promise<Reply> {
  return home.call('POST', `${LINKS}/${linkId}/watch`, { secret, ...more });
}

export function cancel(home: TestHomeserver, { link_id: linkId, secret }: Started): Promise<Reply> {
  return home.call('POST', `${LINKS}/${linkId}/cancel`, { secret });
}

export function claim(device: TestDevice, code: string): Promise<Reply> {
  return device.call('POST', `${LINKS}/claim`, { code });
}

export function confirm(device: TestDevice, linkId: string, number: number): Promise<Reply> {
  return device.call('POST', `${LINKS}/${linkId}/confirm`, { number });
}

export function refuseLink(device: TestDevice, linkId: string): Promise<Reply> {
  return device.call('POST', `${LINKS}/${linkId}/refuse`, {});
}

/** The number the new device shows once its code was entered. */
export async function numberOn(home: TestHomeserver, started: Started): Promise<number> {
  return (await watch(home, started)).body.number;
}

/** Everything up to the yes. */
export async function linkUpToYes(home: TestHomeserver, device: TestDevice): Promise<Started> {
  const { body: started } = await startLink(home);
  await claim(device, started.code);
  await confirm(device, started.link_id, await numberOn(home, started));
  return started;
}

export function loginByToken(home: TestHomeserver, token: unknown, more = {}): Promise<Reply> {
  const form = { type: 'm.login.token', token, ...more };
  return home.call('POST', '/_matrix/client/v3/login', form);
}

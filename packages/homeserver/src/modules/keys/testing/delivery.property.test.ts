import { asyncProperty, array, assert, boolean, constant, nat, oneof, record } from 'fast-check';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { createCryptoClient, type CryptoClient, type Room } from './crypto-client.ts';
import { connect, type FlakyNetwork } from './flaky-network.ts';
import { CLIENT } from './key-device.ts';

const PEOPLE = ['mira', 'jonas', 'noor'] as const;
const RUNS = 6;
const SEED = 20_240_611;

/** Claims everything a device has, as somebody might out of malice. */
const DRAINING_CLAIMS = 60;

const step = oneof(
  {
    weight: 6,
    arbitrary: record({
      do: constant('send'),
      who: array(nat(7), { minLength: 1, maxLength: 4 }),
      restart: boolean(),
    }),
  },
  { weight: 3, arbitrary: record({ do: constant('sync'), who: nat(7) }) },
  { weight: 1, arbitrary: record({ do: constant('drain'), who: nat(7) }) },
  { weight: 1, arbitrary: record({ do: constant('sign_in'), who: nat(2) }) },
);
type Step = Parameters<Parameters<typeof step.map>[0]>[0];

/** Several people with several devices each, in one encrypted room, over a network that fails. */
class Story {
  readonly #network: FlakyNetwork;
  readonly #room: Room;
  readonly #clients: CryptoClient[] = [];
  /** What each device must have read in the end: everything sent since it was there. */
  readonly #expected = new Map<CryptoClient, Set<string>>();
  /** A new device cannot read what was said before: how much of that there was. */
  readonly #beforeItsTime = new Map<CryptoClient, number>();
  #sent = 0;

  private constructor(network: FlakyNetwork, room: Room) {
    this.#network = network;
    this.#room = room;
  }

  static async begin(network: FlakyNetwork): Promise<Story> {
    const home = await network.home();
    const devices = [];
    for (const name of PEOPLE) devices.push(await home.signUp(name));
    const [creator, ...others] = devices;
    if (!creator) throw new Error('There are people.');
    const created = await creator.call('POST', `${CLIENT}/createRoom`, {
      preset: 'trusted_private_chat',
      invite: others.map(({ userId }) => userId),
      initial_state: [
        {
          type: 'm.room.encryption',
          state_key: '',
          content: { algorithm: 'm.megolm.v1.aes-sha2' },
        },
      ],
    });
    const roomId: string = created.body.room_id;
    for (const other of others) await other.call('POST', `${CLIENT}/rooms/${roomId}/join`, {});

    const userIds = devices.map(({ userId }) => userId);
    const story = new Story(network, { roomId, userIds });
    for (const device of devices) await story.#add(await createCryptoClient(network, device));
    await story.#syncAll();
    return story;
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'send' && 'restart' in step) return this.#send(step.who, step.restart);
    if (step.do === 'sync') return this.#clientAt(step.who).sync();
    if (step.do === 'drain') return this.#drain(this.#clientAt(step.who));
    return this.#signIn(PEOPLE[step.who] ?? 'mira');
  }

  /** Everyone reads what there is; gives what went wrong. */
  async end(): Promise<string[]> {
    await this.#syncAll();
    await this.#syncAll();
    const missing = [...this.#expected].flatMap(([{ device, read }, texts]) =>
      [...texts]
        .filter((text) => !read.includes(text))
        .map((text) => `${device.deviceId} misses ${text}`),
    );
    const repeated = this.#clients
      .filter(({ read }) => new Set(read).size < read.length)
      .map(({ device }) => `${device.deviceId} read a message twice`);
    const unread = this.#clients.flatMap((client) =>
      client.failures.slice(this.#beforeItsTime.get(client)),
    );
    return [...missing, ...repeated, ...unread];
  }

  get sent(): number {
    return this.#sent;
  }

  async #add(client: CryptoClient): Promise<void> {
    this.#clients.push(client);
    // Publishes its keys, then hears what there was before.
    await client.sync();
    await client.sync();
    this.#expected.set(client, new Set());
    this.#beforeItsTime.set(client, client.failures.length);
  }

  #clientAt(index: number): CryptoClient {
    const client = this.#clients[index % this.#clients.length];
    if (!client) throw new Error('There are clients.');
    return client;
  }

  async #send(who: readonly number[], restart: boolean): Promise<void> {
    const senders = [...new Set(who.map((index) => this.#clientAt(index)))];
    const sends = senders.map(async (sender) => {
      this.#sent += 1;
      const text = `message ${this.#sent} of ${sender.device.deviceId}`;
      for (const texts of this.#expected.values()) texts.add(text);
      await sender.send(this.#room, text);
    });
    await Promise.all([...sends, restart ? this.#network.restart() : null]);
  }

  async #drain({ device }: CryptoClient): Promise<void> {
    const home = await this.#network.home();
    const body = {
      one_time_keys: { [device.userId]: { [device.deviceId]: 'signed_curve25519' } },
    };
    const { accessToken } = this.#clientAt(0).device;
    await Promise.all(
      Array.from({ length: DRAINING_CLAIMS }, () =>
        home.call('POST', `${CLIENT}/keys/claim`, body, accessToken),
      ),
    );
  }

  /** A new device reads from then on; the others' syncs, which always run, tell them of it. */
  async #signIn(name: string): Promise<void> {
    const home = await this.#network.home();
    await this.#add(await createCryptoClient(this.#network, await home.signIn(name)));
    await this.#syncAll();
  }

  async #syncAll(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.sync()));
  }
}

describeEachDatabase('encrypted messages', (open) => {
  test(
    'reach every device readable, whatever the network, the server and others do',
    { timeout: 120_000 },
    async () => {
      let sent = 0;
      const property = asyncProperty(
        array(step, { minLength: 8, maxLength: 14 }),
        array(boolean(), { minLength: 1, maxLength: 12 }),
        async (steps, losses) => {
          const network = await connect(open, losses);
          const story = await Story.begin(network);
          for (const one of steps) await story.take(one);
          const faults = await story.end();

          await (await network.home()).server.close();
          expect(faults).toEqual([]);
          sent += story.sent;
        },
      );

      await assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true });

      expect(sent).toBeGreaterThan(RUNS);
    },
  );
});

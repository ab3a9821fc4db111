import { timingSafeEqual } from 'node:crypto';
import { invariant, type Refusal } from '@sotto/kit';
import { DEVICE_LINK_WAIT_MS_MAX, readLinkCode, type DeviceLinkState } from '@sotto/protocol';
import type { Caller, Peer } from '../../../../http/index.ts';
import type { Platform } from '../../../../platform.ts';
import { accountStore } from '../../account/account-store.ts';
import { refuse } from '../../errors.ts';
import { networkOf } from '../../passwords/attempts.ts';
import type { IssuedLoginToken, LoginTokens } from '../../sessions/login-tokens.ts';
import { createToken, hashToken } from '../../sessions/tokens.ts';
import { toDeviceName } from '../device-rules.ts';
import { deviceStore } from '../device-store.ts';
import { createCodeGuesses } from './code-guesses.ts';
import {
  drawCode,
  drawNumbers,
  LINK_MS,
  LINKS_MAX,
  LINKS_PER_NETWORK_MAX,
  stateAt,
} from './device-link-rules.ts';
import { deviceLinkStore, type DeviceLink } from './device-link-store.ts';
import { createLinkWaits } from './link-waits.ts';

/** What a new device is told. */
export interface LinkView {
  readonly state: DeviceLinkState;
  readonly expiresInMs: number;
  readonly number: number | null;
  /** In one answer only. */
  readonly handed: { readonly token: IssuedLoginToken; readonly owner: Caller } | null;
}

/** What the device that entered the code is told of the one that asks. */
export interface AskingDevice {
  readonly linkId: string;
  readonly clientName: string | null;
  readonly address: string;
  readonly isSameNetwork: boolean;
  readonly ageMs: number;
  readonly expiresInMs: number;
  readonly numbers: readonly number[];
}

export interface LinkWatch {
  readonly linkId: string;
  readonly secret: string;
  readonly seen: DeviceLinkState | null;
  readonly timeoutMs: number;
  readonly onGone: (giveUp: () => void) => void;
}

/** Lets a signed-in device let a new one in, by a code, a number and a yes. */
export interface DeviceLinkService {
  start(
    clientName: string | undefined,
    peer: Peer,
  ): Promise<{ linkId: string; code: string; secret: string; expiresInMs: number }>;
  watch(watch: LinkWatch): Promise<LinkView>;
  cancel(linkId: string, secret: string): Promise<void>;
  claim(caller: Caller, typed: string, peer: Peer): Promise<AskingDevice>;
  confirm(caller: Caller, linkId: string, number: number): Promise<void>;
  refuse(caller: Caller, linkId: string): Promise<void>;
  /** Answers those who wait, before the server closes. */
  close(): void;
}

/** Another process may move an attempt on without a word here. */
const LOOK_EVERY_MS = 2_000;
const CODES_TRIED_MAX = 5;
const LINK_ID_BYTES = 18;

export function createDeviceLinks(platform: Platform, loginTokens: LoginTokens): DeviceLinkService {
  const { db, clock, random } = platform;
  const guesses = createCodeGuesses(clock);
  const waits = createLinkWaits();

  async function findOwn(linkId: string, secret: string): Promise<DeviceLink> {
    const link = await deviceLinkStore.find(db.read, linkId);
    const secretHash = hashToken(secret);
    if (!link || secretHash === null || !isEqual(link.secretHash, secretHash)) throw noSuchLink();
    return link;
  }

  /** Hands the token out if nobody has it, the account is there, and who said yes is still signed in. */
  function handOver({ linkId, claimer }: DeviceLink): Promise<LinkView['handed']> {
    invariant(claimer, 'what was confirmed was claimed before');
    return db.write(async (txn) => {
      const isThere =
        (await accountStore.lockActive(txn, claimer.userId)) &&
        (await deviceStore.hold(txn, claimer.userId, claimer.deviceId));
      const to = isThere ? 'handed' : 'refused';
      const moved = await deviceLinkStore.advance(txn, linkId, ['confirmed'], to);
      if (!moved || !isThere) return null;
      return { token: await loginTokens.issue(txn, claimer, { links: true }), owner: claimer };
    });
  }

  async function look(linkId: string, secret: string): Promise<LinkView> {
    const link = await findOwn(linkId, secret);
    const nowMs = clock.nowMs();
    const state = stateAt(link, nowMs);
    const expiresInMs = Math.max(0, link.expiresMs - nowMs);
    const number = state === 'claimed' ? link.number : null;
    if (state !== 'confirmed') return { state, expiresInMs, number, handed: null };
    const handed = await handOver(link);
    // Somebody else was quicker, or the yes was taken back: the next look says which.
    return handed ? { state, expiresInMs, number, handed } : look(linkId, secret);
  }

  /** Moves an attempt of the caller's on; afterwards whoever waits for it is told. */
  async function answer(
    { userId, deviceId }: Caller,
    linkId: string,
    move: (link: DeviceLink) => { readonly to: 'confirmed' | 'refused'; readonly no?: Refusal },
  ): Promise<void> {
    const link = await deviceLinkStore.find(db.read, linkId);
    const isMine = link?.claimer?.userId === userId && link.claimer.deviceId === deviceId;
    if (!link || !isMine) throw noSuchLink();
    const { to, no } = move(link);
    const state = stateAt(link, clock.nowMs());
    // A retry of the answer that was given is answered the same.
    const wasGiven = state === to || (to === 'confirmed' && state === 'handed');
    if (wasGiven && !no) return;
    // A yes can be taken back until the new device has come for its token.
    const isOpen = state === 'claimed' || (state === 'confirmed' && !no);
    const moved =
      isOpen && (await db.write((txn) => deviceLinkStore.advance(txn, linkId, [state], to)));
    waits.wake(linkId);
    if (moved && no) throw no;
    if (!moved) throw hasEnded(state);
  }

  /** Claims it, or says who was quicker. */
  function claimNow(caller: Caller, code: string) {
    return db.write(async (txn): Promise<DeviceLink | 'taken' | null> => {
      const link = await deviceLinkStore.findByCode(txn.db, code);
      if (!link || stateAt(link, clock.nowMs()) === 'expired') return null;
      if (await deviceLinkStore.claim(txn, link.linkId, caller)) return link;
      const claimed = await deviceLinkStore.find(txn.db, link.linkId);
      if (claimed?.claimer?.userId !== caller.userId) {
        // Two people know a code that one person should have seen: nobody is let in by it.
        await deviceLinkStore.advance(txn, link.linkId, ['claimed', 'confirmed'], 'contested');
        waits.wake(link.linkId);
        return null;
      }
      if (claimed.claimer.deviceId !== caller.deviceId) return 'taken';
      return claimed.state === 'claimed' ? claimed : null;
    });
  }

  return {
    async start(clientName, peer) {
      const name = toDeviceName(clientName ?? '');
      const nowMs = clock.nowMs();
      const network = networkOf(peer.address);
      const secret = createToken(random, 'link');
      const linkId = random.token(LINK_ID_BYTES);
      const base = { linkId, secretHash: secret.hash, clientName: name, network, claimer: null };
      const times = { createdMs: nowMs, expiresMs: nowMs + LINK_MS };
      const code = await db.write(async (txn) => {
        // Kept a while longer, so that their devices learn that they expired.
        await deviceLinkStore.deleteBefore(txn, nowMs - LINK_MS);
        const ofNetwork = await deviceLinkStore.count(txn.db, nowMs, network);
        if (ofNetwork >= LINKS_PER_NETWORK_MAX) throw tooMany();
        if ((await deviceLinkStore.count(txn.db, nowMs, null)) >= LINKS_MAX) throw tooMany();
        for (let tries = 0; tries < CODES_TRIED_MAX; tries += 1) {
          const drawn = drawCode(random);
          const link = { ...base, ...times, ...drawNumbers(random), code: drawn };
          const { address } = peer;
          if (await deviceLinkStore.insert(txn, { ...link, address, state: 'waiting' }))
            return drawn;
        }
        throw tooMany();
      });
      return { linkId, code, secret: secret.token, expiresInMs: LINK_MS };
    },

    async watch({ linkId, secret, seen, timeoutMs, onGone }) {
      const wait = waits.begin(linkId);
      onGone(() => wait.end());
      try {
        // Counted down rather than read off the clock, which may be set meanwhile.
        let leftMs = Math.min(timeoutMs, DEVICE_LINK_WAIT_MS_MAX);
        for (;;) {
          const view = await look(linkId, secret);
          if (view.state !== seen || leftMs <= 0) return view;
          const sliceMs = Math.min(leftMs, LOOK_EVERY_MS);
          await wait.until(sliceMs);
          if (wait.isOver) return view;
          leftMs -= sliceMs;
        }
      } finally {
        wait.end();
      }
    },

    async cancel(linkId, secret) {
      await findOwn(linkId, secret);
      await db.write((txn) =>
        deviceLinkStore.advance(txn, linkId, ['waiting', 'claimed', 'confirmed'], 'refused'),
      );
      waits.wake(linkId);
    },

    async claim(caller, typed, peer) {
      const code = readLinkCode(typed);
      const wasRight = guesses.begin(caller.userId, peer.address);
      const link = code === null ? null : await claimNow(caller, code);
      if (link === null) {
        throw refuse('device_link_not_found', 'This code does not work. Show a new one.');
      }
      wasRight();
      if (link === 'taken') {
        throw refuse(
          'device_link_taken',
          'Another device of yours is answering this code already.',
        );
      }
      waits.wake(link.linkId);
      const nowMs = clock.nowMs();
      return {
        linkId: link.linkId,
        clientName: link.clientName,
        address: link.address,
        isSameNetwork: networkOf(peer.address) === link.network,
        ageMs: Math.max(0, nowMs - link.createdMs),
        expiresInMs: Math.max(0, link.expiresMs - nowMs),
        numbers: link.numbers,
      };
    },

    confirm: (caller, linkId, number) =>
      answer(caller, linkId, (link) =>
        link.number === number
          ? { to: 'confirmed' }
          : {
              to: 'refused',
              no: refuse(
                'device_link_wrong_number',
                'That is not the number on the new device. Show a new code to try again.',
              ),
            },
      ),

    refuse: (caller, linkId) => answer(caller, linkId, () => ({ to: 'refused' })),

    close: () => waits.close(),
  };
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function noSuchLink(): Refusal {
  return refuse('device_link_not_found', 'There is no such attempt. Show a new code.');
}

function hasEnded(state: DeviceLinkState): Refusal {
  return refuse(
    'device_link_not_found',
    state === 'contested'
      ? 'Somebody else entered this code too. Show a new one.'
      : 'This code has ended. Show a new one.',
  );
}

function tooMany(): Refusal {
  return refuse(
    'too_many_device_links',
    'Too many codes were shown. Wait a minute and try again.',
    {
      retry_after_ms: 60_000,
    },
  );
}

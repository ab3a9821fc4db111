import { CryptoEvent } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { ClientEvent } from 'matrix-js-sdk/lib/client.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { UserId } from '@sotto/protocol';
import type { Matrix } from '../../../matrix/matrix.ts';
import { readAccountData } from '../../../matrix/watch-account-data.ts';
import type { PrivateNote } from '../../../types/index.ts';
import { ProblemError } from '../../../session/problems.ts';
import type { KeptNotes, Notes, NotesCopy } from '../../kept-notes.ts';
import { askFor, matrixPath } from '../ask.ts';
import { NOTES_TYPE, readSealed, seal, unseal, type SealedNotes } from './note-cipher.ts';
import { checkFits, tidyNote } from './note-rules.ts';

const NONE: Notes = new Map();

/**
 * What I call people and know of them: encrypted with the private key of the key backup, which all
 * my devices have, and kept with the account.
 */
export class PrivateNotes {
  readonly #matrix: Matrix;
  readonly #kept: KeptNotes;
  /** What this device read last. */
  #copy: NotesCopy | null = null;
  /** Reading and writing take turns: each starts from what the one before has found. */
  #turn: Promise<unknown>;
  #closed = false;

  constructor(matrix: Matrix, kept: KeptNotes) {
    this.#matrix = matrix;
    this.#kept = kept;
    matrix.client.on(ClientEvent.AccountData, this.#onAccountData);
    matrix.client.on(CryptoEvent.KeyBackupDecryptionKeyCached, this.#lookSoon);
    this.#turn = this.#recall();
    this.#lookSoon();
  }

  set(userId: UserId, wish: PrivateNote): Promise<void> {
    const note = tidyNote(wish);
    return this.#inTurn(() =>
      this.#write((people) => {
        const others = [...people].filter(([about]) => about !== userId);
        return new Map(note ? [...others, [userId, note]] : others);
      }),
    );
  }

  close(): void {
    const { client } = this.#matrix;
    this.#closed = true;
    client.off(ClientEvent.AccountData, this.#onAccountData);
    client.off(CryptoEvent.KeyBackupDecryptionKeyCached, this.#lookSoon);
  }

  readonly #onAccountData = (event: MatrixEvent): void => {
    if (event.getType() === NOTES_TYPE) this.#lookSoon();
  };

  readonly #lookSoon = (): void => {
    // NOTE: what cannot be opened now is looked at again when a key or other notes arrive.
    this.#inTurn(() => this.#look()).catch(() => undefined);
  };

  #inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #recall(): Promise<void> {
    this.#copy = await this.#kept.slot.get();
  }

  async #look(): Promise<void> {
    const { notes, slot } = this.#kept;
    const sealed = readSealed(readAccountData(this.#matrix.client, NOTES_TYPE));
    if (this.#closed) return;
    if (!sealed) {
      this.#copy = null;
      notes.set(NONE);
      await slot.delete();
      return;
    }
    const isKnown = sealed.mac === this.#copy?.mac;
    const key = await this.#findKey();
    const opened = key && (await unseal(sealed, key));
    if (opened) {
      const people = this.#withOwn(opened, sealed);
      if (people.size > opened.size) {
        await this.#write((newest) => new Map([...people, ...newest]));
      } else if (!isKnown || notes.get() === null) {
        await this.#take({ keyId: sealed.key_id, mac: sealed.mac, people });
      }
      return;
    }
    notes.set((isKnown && this.#copy?.people) || null);
    // The key was replaced, and this device knows what the one before was for.
    if (isKnown && key) await this.#write((newest) => newest);
  }

  /** Starts from what the server has now: another device may have written since this one was told. */
  async #write(change: (people: Notes) => Notes): Promise<void> {
    const { client, crypto, userId } = this.#matrix;
    const path = matrixPath('user', userId, 'account_data', NOTES_TYPE);
    const sealed = readSealed(await askFor(client, path));
    const key = await this.#findKey();
    const checked = await crypto.checkKeyBackupAndEnable();
    const keyId = checked?.backupInfo.version;
    // An old key would lock the notes away from all devices that have the new one.
    if (!key || !keyId || !checked.trustInfo.matchesDecryptionKey) {
      throw new ProblemError('failed', 'Your notes can’t be opened on this device yet.');
    }
    const opened = sealed && (await unseal(sealed, key));
    // What the account's own key does not open is lost, but for what this device knows of it.
    const before = opened ? this.#withOwn(opened, sealed) : sealed && this.#copy?.people;
    const people = change(before ?? NONE);
    const next = await seal(people, key, keyId);
    checkFits(next);
    await client.setAccountDataRaw(NOTES_TYPE, { ...next });
    await this.#take({ keyId, mac: next.mac, people });
  }

  async #take(next: NotesCopy): Promise<void> {
    this.#copy = next;
    if (this.#closed) return;
    this.#kept.notes.set(next.people);
    await this.#kept.slot.set(next);
  }

  /**
   * What was opened, with what only this device still knows: whoever replaced the key may not have
   * been able to read the notes of before.
   */
  #withOwn(people: Notes, { key_id: keyId }: SealedNotes): Notes {
    const copy = this.#copy;
    return copy && copy.keyId !== keyId ? new Map([...copy.people, ...people]) : people;
  }

  #findKey(): Promise<Uint8Array<ArrayBuffer> | null> {
    // SAFETY: bytes that were decoded from text are shared with no other thread.
    return this.#matrix.crypto.getSessionBackupPrivateKey() as Promise<Uint8Array<ArrayBuffer> | null>;
  }
}

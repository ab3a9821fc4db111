import { expect, test } from 'vitest';
import { DeliveryCheck } from './delivery-check.ts';

/** Three messages, sent and acknowledged; then delivered as given. */
function deliver(...deliveries: readonly (readonly [sequence: number, eventId: string])[]) {
  const check = new DeliveryCheck();
  for (const sequence of [1, 2, 3]) {
    check.sent(sequence);
    check.acknowledged(sequence, `$${sequence}`);
  }
  for (const [sequence, eventId] of deliveries) check.delivered(sequence, eventId);
  return check.listFaults();
}

test('every message once and in order is as it should be', () => {
  expect(deliver([1, '$1'], [2, '$2'], [3, '$3'])).toEqual([]);
});

test('a message that never comes is lost', () => {
  expect(deliver([1, '$1'], [3, '$3'])).toEqual([{ kind: 'lost', sequence: 2 }]);
  expect(deliver([1, '$1'], [2, '$2'])).toEqual([{ kind: 'lost', sequence: 3 }]);
});

test('a message that comes twice is a duplicate, under whatever id', () => {
  const duplicated = [{ kind: 'duplicated', sequence: 2 }];

  expect(deliver([1, '$1'], [2, '$2'], [2, '$2'], [3, '$3'])).toEqual(duplicated);
  expect(deliver([1, '$1'], [2, '$2'], [2, '$other'], [3, '$3'])).toEqual(duplicated);
  expect(deliver([1, '$1'], [2, '$2'], [3, '$3'], [2, '$2'])).toEqual(duplicated);
});

test('a message that overtakes another is out of order', () => {
  expect(deliver([1, '$1'], [3, '$3'], [2, '$2'])).toEqual([{ kind: 'reordered', sequence: 2 }]);
});

test('a message under another id than the acknowledged one is found', () => {
  expect(deliver([1, '$1'], [2, '$x'], [3, '$3'])).toEqual([{ kind: 'changed id', sequence: 2 }]);
});

test('a message nobody sent is found', () => {
  const faults = deliver([1, '$1'], [2, '$2'], [3, '$3'], [4, '$4'], [Number.NaN, '$5']);

  expect(faults).toEqual([
    { kind: 'never sent', sequence: 4 },
    { kind: 'never sent', sequence: Number.NaN },
  ]);
});

test('a message that was never acknowledged may come or not, but not twice', () => {
  const check = new DeliveryCheck();
  check.sent(1);

  expect(check.listFaults()).toEqual([]);
  check.delivered(1, '$1');
  expect(check.listFaults()).toEqual([]);
  check.delivered(1, '$1');
  expect(check.listFaults()).toEqual([{ kind: 'duplicated', sequence: 1 }]);
});

test('a message that was lost stays so, though a retry may bring it back', () => {
  const check = new DeliveryCheck();
  check.sent(1);
  check.acknowledged(1, '$1');

  check.noteLost();
  check.delivered(1, '$1');

  expect(check.listFaults()).toEqual([{ kind: 'lost', sequence: 1 }]);
});

test('a retry that is given another id than the first time, or than was delivered, is found', () => {
  const acknowledged = new DeliveryCheck();
  acknowledged.sent(1);
  acknowledged.acknowledged(1, '$1');
  acknowledged.delivered(1, '$1');
  acknowledged.acknowledged(1, '$again');
  const delivered = new DeliveryCheck();
  delivered.sent(1);
  delivered.delivered(1, '$1');
  delivered.acknowledged(1, '$again');

  expect(acknowledged.listFaults()).toEqual([{ kind: 'changed id', sequence: 1 }]);
  expect(delivered.listFaults()).toEqual([{ kind: 'changed id', sequence: 1 }]);
});

import type { Contact, Person } from '@sotto/client';
import { expect, test } from 'vitest';
import { firstChoices, foundChoices, withoutPeople } from './choices.ts';

function person(name: string, ownName?: string): Person {
  // SAFETY: choices only compare user ids.
  const userId = `@${(ownName ?? name).toLowerCase()}:sotto.example` as Person['userId'];
  const names = { displayName: name, ...(ownName === undefined ? {} : { ownName }) };
  return { userId, handle: `@${(ownName ?? name).toLowerCase()}`, ...names, avatar: null };
}

function contact(who: Person, change: Partial<Contact> = {}): Contact {
  return {
    person: who,
    contact: true,
    follows: false,
    followsMe: false,
    linkLabel: null,
    ...change,
  };
}

const [ines, joni, mira, noor] = [
  person('Ines'),
  person('Joni', 'Jonas'),
  person('Mira'),
  person('Noor'),
];

test('before typing, contacts come first, then whom else one writes with, and nobody twice', () => {
  const contacts = [contact(ines), contact(joni), contact(noor, { contact: false, follows: true })];

  expect(firstChoices(contacts, [mira, joni])).toEqual([
    { title: 'Contacts', people: [ines, joni] },
    { title: 'People you write with', people: [mira] },
  ]);
  expect(firstChoices([], [])).toEqual([]);
});

test.each([
  ['joni', [joni]],
  ['jon', [joni]],
  ['jonas', [joni]],
  ['@jonas', [joni]],
  ['mir', []],
])('%j finds contacts by nickname, name and handle', (query, people) => {
  const [mine] = foundChoices([contact(ines), contact(joni)], [], query);

  expect(mine?.people ?? []).toEqual(people);
});

test('whom the search finds comes after the contacts, and not again', () => {
  expect(foundChoices([contact(joni)], [joni, mira], 'jon')).toEqual([
    { title: 'Contacts', people: [joni] },
    { title: 'Others', people: [mira] },
  ]);
  expect(foundChoices([], [mira], 'm')).toEqual([{ title: 'People', people: [mira] }]);
});

test('who is there already is no choice, and a group of nobody is none', () => {
  const groups = [
    { title: 'Contacts', people: [ines, mira] },
    { title: 'Others', people: [noor] },
  ];

  expect(withoutPeople(groups, [mira.userId, noor.userId])).toEqual([
    { title: 'Contacts', people: [ines] },
  ]);
  expect(withoutPeople(groups, [])).toEqual(groups);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD, PEOPLE, seedPeople } from './seed-people.ts';

// `node packages/dev-env/dist/main.js URL`: waits for the server there, and signs people up.
const [url = 'http://localhost:8008'] = process.argv.slice(2);
const WAIT_MS = 250;
const WAITS_MAX = 240;

for (let waits = 0; waits < WAITS_MAX; waits += 1) {
  const reply = await fetch(new URL('/_sotto/ready', url)).catch(() => null);
  if (reply?.ok) break;
  await sleep(WAIT_MS);
}
await seedPeople(url);
const names = PEOPLE.map(({ username }) => `@${username}`).join(', ');
console.log(`To try things out, sign in as ${names} with the password "${PASSWORD}".`);

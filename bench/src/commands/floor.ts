import { parseArgs } from 'node:util';
import { startFloor } from '../floor/floor-server.ts';

/** `floor --port 9100 --data-dir DIR`: serves until it is told to end. */
export async function floorCommand(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      port: { type: 'string', default: '8009' },
      'data-dir': { type: 'string', default: '.' },
    },
  });
  await startFloor(Number(values.port), values['data-dir']);
}

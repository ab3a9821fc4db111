import { parseArgs } from 'node:util';
import { runLoad } from '../load/run-load.ts';
import { numberOf, numberOrNull } from './numbers.ts';
import { describeLoad } from '../report/describe-load.ts';

/** `load --origin http://127.0.0.1:8008`: puts a running server under load. Fails when a message is amiss. */
export async function loadCommand(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      origin: { type: 'string', default: 'http://127.0.0.1:8008' },
      pairs: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '15' },
      rate: { type: 'string' },
      messages: { type: 'string' },
      'server-pid': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const result = await runLoad({
    origin: values.origin,
    pairs: numberOf('pairs', values.pairs),
    seconds: numberOf('seconds', values.seconds),
    ratePerSecond: numberOrNull('rate', values.rate),
    messages: numberOrNull('messages', values.messages),
    serverPid: numberOrNull('server-pid', values['server-pid']),
  });
  console.log(values.json ? JSON.stringify(result) : describeLoad(result));
  if (result.faults.length > 0) process.exitCode = 1;
}

import { parseArgs } from 'node:util';
import { formatTable } from '../report/format-table.ts';
import { readMailCorpus } from '../shield/mail.ts';
import { corpusParts, readCorpus, type CorpusPart } from '../shield/read-corpus.ts';
import { kindsOf, measure, precisionOf, recallOf, type Score } from '../shield/score.ts';

/** `shield [--mail] [--missed]`: how right the scam shield is, on messages of which it is known. */
export function shieldCommand(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { mail: { type: 'boolean' }, missed: { type: 'boolean' } },
  });
  const scores = corpusParts.map((part) => printPart(part, values.missed === true));
  if (values.mail === true) scores.push(printMail());
  const all = scores.reduce(plus);
  const [precision, recall] = [precisionOf(all), recallOf(all)].map((share) => share.toFixed(3));
  console.log(`\nall of these together: precision ${precision}, recall ${recall}`);
  return Promise.resolve();
}

function plus(one: Score, other: Score): Score {
  return {
    right: one.right + other.right,
    wrong: one.wrong + other.wrong,
    missed: one.missed + other.missed,
  };
}

function printPart(part: CorpusPart, withMissed: boolean): Score {
  const labelled = readCorpus(part);
  const { messages, kinds, falseAlarms, missed } = measure(labelled);
  const harmful = labelled.filter((message) => message.kinds.length > 0).length;
  console.log(`\n${part}: ${harmful} harmful messages, ${labelled.length - harmful} harmless\n`);
  const byName = [...kinds].toSorted(([one], [other]) => one.localeCompare(other));
  const rows = byName.map(([kind, score]) => rowOf(kind, score));
  console.log(formatTable([heading, ...rows, rowOf('any warning', messages)]));
  for (const { message, kinds: said } of falseAlarms) {
    console.log(`  false alarm (${said.join(', ')}): ${message.text}`);
  }
  if (withMissed) {
    for (const { kinds: due, text } of missed) console.log(`  missed (${due.join(', ')}): ${text}`);
  }
  return messages;
}

const heading = ['kind', 'precision', 'recall', 'right', 'wrong', 'missed'];

function rowOf(name: string, score: Score): readonly string[] {
  const { right, wrong, missed } = score;
  const counts = [right, wrong, missed].map(String);
  return [name, precisionOf(score).toFixed(3), recallOf(score).toFixed(3), ...counts];
}

/** Old e-mail is no message from a stranger: most spam of it sells things. It says little of recall. */
function printMail(): Score {
  console.log('\nE-mail of 2002 to 2005 (SpamAssassin), each as if it came from a stranger\n');
  const groups = readMailCorpus().map(({ name, spam, texts }) => {
    const warned = texts.filter((text) => kindsOf(text, 'new').length > 0).length;
    return { name, spam, read: texts.length, warned };
  });
  const rows = groups.map(({ name, spam, read, warned }) => {
    const share = `${((100 * warned) / read).toFixed(1)} %`;
    return [name, spam ? 'spam' : 'wanted', String(read), String(warned), share];
  });
  console.log(formatTable([['group', '', 'e-mails', 'warned about', 'share'], ...rows]));
  return groups
    .map(({ spam, read, warned }) =>
      spam
        ? { right: warned, wrong: 0, missed: read - warned }
        : { right: 0, wrong: warned, missed: 0 },
    )
    .reduce(plus);
}

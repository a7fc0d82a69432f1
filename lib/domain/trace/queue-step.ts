/** The last steps, taken in the browser: whether a filter of the reader's own hides the row, and by which of its terms. */
import { printTerm } from '@/lib/domain/queue/print-query';
import type { QueueAsker, QueueNoun } from '@/lib/domain/queue/queue-field';
import { queueMatcher } from '@/lib/domain/queue/queue-matcher';
import type { QueueQuery } from '@/lib/domain/queue/queue-query';
import { step } from '@/lib/domain/trace/step';
import type { TraceStep } from '@/lib/domain/trace/trace';

export function queueStep<Row extends object>(
  row: Row,
  query: QueueQuery,
  noun: QueueNoun<Row>,
  asker: QueueAsker,
): TraceStep {
  const name = noun.name === 'alerts' ? 'alertQueue' : 'queue';
  const hiding = query.filter((term) => !queueMatcher([term], noun, asker)(row)).map(printTerm);
  if (hiding.length === 0)
    return step(name, 'ok', `Your filter of ${noun.many} lets the ${noun.one} through: it is in the queue.`);
  return step(name, 'broken', `Your own filter of ${noun.many} hides the ${noun.one}: ${hiding.join(' ')}`, {
    evidence: hiding.map((term) => ({ label: 'It does not match', value: term })),
    fix: { says: `Take that out of the filter, or open the ${noun.one} from here.`, link: null, command: null },
  });
}

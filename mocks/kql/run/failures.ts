/** Turns what goes wrong while compiling or running into problems of the query. No SQL, path or stack gets out. */
import type { QueryProblem } from '@/lib/kql/problem';
import { readFault } from '../functions/js/query-fault';
import { notSupportedCode, Refusal, SemanticError } from '../refusal';
import { Interrupted } from './execute';
import { stoppedProblem } from './stopped-problem';

const whole = (text: string) => ({ severity: 'error' as const, start: 0, length: text.length });

/** Kusto's names of run-time failures by what the database complains about. */
const known: readonly { readonly pattern: RegExp; readonly code: string; readonly message: string }[] = [
  {
    pattern: /^Out of Memory/i,
    code: 'E_LOW_MEMORY_CONDITION',
    message:
      'Query execution lacks memory resources to complete (80DA0007): Partial query failure: Low memory condition (E_LOW_MEMORY_CONDITION).',
  },
  {
    pattern:
      /regular expression|missing argument to repetition|repetition (?:operator|size)|invalid (?:escape|perl operator|character class|named capture)|(?:missing|unexpected) [)\]]|trailing \\|unterminated/i,
    code: 'SEM0260',
    message: 'A regular expression in the query is not valid.',
  },
  {
    pattern: /^Out of Range/i,
    code: notSupportedCode,
    message: 'Arithmetic beyond the range of long is not supported by this engine.',
  },
  { pattern: /The datetime part/, code: 'SEM0119', message: 'A datetime part in the query is not valid.' },
];

export function toProblems(cause: unknown, text: string): readonly QueryProblem[] {
  if (cause instanceof Refusal || cause instanceof SemanticError) return [cause.problem];
  if (cause instanceof Interrupted) return [stoppedProblem(cause.why, text)];
  const message = cause instanceof Error ? cause.message : '';
  const fault = readFault(message);
  if (fault) return [{ ...fault, ...whole(text) }];
  const found = known.find((entry) => entry.pattern.test(message));
  if (found) return [{ code: found.code, message: found.message, ...whole(text) }];
  // What is left is a construct that was lowered into SQL the database refuses: a gap of this engine.
  return [
    { code: notSupportedCode, message: 'A construct in this query is not supported by this engine.', ...whole(text) },
  ];
}

/** What is wrong with a query, in Log Analytics' nested errors. The innermost one says where. */
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { RunResult } from '@/mocks/kql/run/contract';

type Problem = Extract<RunResult, { ok: false }>['problems'][number];

/** Lines count from 1, positions within the line from 0. */
function place(text: string, offset: number): { line: number; pos: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, pos: offset - (before.lastIndexOf('\n') + 1) };
}

/** Kusto's parser complains of what it expected or missed; the binder of what it doesn't know. */
const parserComplains = (message: string): boolean => /\b(expected|missing|unexpected|unterminated)\b/i.test(message);

export function queryRefusal(problems: readonly Problem[], text: string): Refusal {
  const [first] = problems;
  if (!first) return new Refusal(400, 'BadArgumentError', 'The request had some invalid properties');
  // What goes wrong while a query runs has no place in its text.
  if (first.code.startsWith('E_')) {
    const innererror = { code: 'EngineError', message: 'Something went wrong processing your query on the server.' };
    return new Refusal(400, 'BadArgumentError', 'The request had some invalid properties', {
      extra: { innererror: { ...innererror, innererror: { code: first.code, message: first.message } } },
    });
  }
  const syntax = parserComplains(first.message);
  const { line, pos } = place(text, first.start);
  const token = text.slice(first.start, first.start + first.length);
  const innermost = {
    code: first.code,
    message: syntax ? `A recognition error occurred. ${first.message}` : first.message,
    line,
    pos,
    token,
  };
  const kind = syntax
    ? { code: 'SyntaxError', message: 'A recognition error occurred in the query.' }
    : { code: 'SemanticError', message: 'A semantic error occurred.' };
  return new Refusal(400, 'BadArgumentError', 'The request had some invalid properties', {
    extra: { innererror: { ...kind, innererror: innermost } },
  });
}

/** Says that a construct is not supported, where it stands: a wrong row would be worse. */
import type { QueryProblem } from '@/lib/kql/problem';
import type { Span } from './ir';

export const notSupportedCode = 'KQLU01';

export class Refusal extends Error {
  readonly problem: QueryProblem;

  constructor(what: string, span: Span) {
    super(`${what} is not supported`);
    this.problem = {
      code: notSupportedCode,
      message: `${what} is not supported by this engine.`,
      severity: 'error',
      start: span.start,
      length: span.length,
    };
  }
}

/** A query that Kusto rejects although its binder accepts it. */
export class SemanticError extends Error {
  readonly problem: QueryProblem;

  constructor(code: string, message: string, span: Span) {
    super(message);
    this.problem = { code, message, severity: 'error', start: span.start, length: span.length };
  }
}

/** https://learn.microsoft.com/kusto/concepts/query-limits#limit-on-query-complexity */
export const tooComplex = (span: Span): SemanticError =>
  new SemanticError('CRT0015', 'Query complexity exceeded: the relational operators tree exceeded the limits.', span);

/** Parses and binds one query. The parser's own crashes become a problem: they carry 4 MB of its source in their stack. */
import type { QueryProblem } from '../problem';
import { type BoundType, toBoundType } from './bound-type';
import { type Globals, kusto, toArray } from './kusto';
import { pipedColumnAt } from './piped-columns';
import { SyntaxNode } from './syntax-node';

/** Places are UTF-16 offsets. */
export type Analysis = {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  /** Undefined when the parser itself failed. */
  readonly syntax: SyntaxNode | undefined;
  readonly result: BoundType;
};

/** Ours, beside Kusto's KS codes. */
export const parserFailureCode = 'KQLU02';

/** Kusto's code for a name that nothing has. */
const unknownName = 'KS142';

/** Never throws. Places are UTF-16 offsets. */
export function analyse(text: string, globals: Globals): Analysis {
  try {
    const code = kusto.KustoCode.ParseAndAnalyze(text, globals);
    const problems = toArray(code.GetDiagnostics()).flatMap((diagnostic): QueryProblem[] =>
      diagnostic.Severity === 'Error' || diagnostic.Severity === 'Warning'
        ? [
            {
              code: diagnostic.Code,
              message: diagnostic.Message,
              severity: diagnostic.Severity === 'Error' ? 'error' : 'warning',
              start: diagnostic.Start,
              length: diagnostic.Length,
            },
          ]
        : [],
    );
    const syntax = new SyntaxNode(code.Syntax);
    const found = problems.filter((problem) => problem.code !== unknownName || !pipedColumnAt(syntax, problem.start));
    return { text, problems: found, syntax, result: toBoundType(code.ResultType) };
  } catch {
    // The exception is a TypeError inside minified code: nothing in it helps whoever wrote the query.
    return { text, problems: [parserFailure(text)], syntax: undefined, result: toBoundType(null) };
  }
}

function parserFailure(text: string): QueryProblem {
  const message = 'Microsoft’s parser could not analyse this query: a construct in it is not supported.';
  return { code: parserFailureCode, message, severity: 'error', start: 0, length: text.length };
}

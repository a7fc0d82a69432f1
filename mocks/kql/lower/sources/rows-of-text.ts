/** Rows that a query of our own describes, for service functions whose meaning is best said in KQL. */
import type { Rows, Span } from '../../ir';
import { Refusal } from '../../refusal';
import type { Context } from '../context';
import { lowerQuery } from '../query';

/** What is wrong inside is shown at `span`: the text is nobody's query. */
export function rowsOfText(text: string, span: Span, context: Context): Rows {
  const { syntax, problems } = context.query.language.analyse(text);
  if (!syntax || problems.some((problem) => problem.severity === 'error'))
    throw new Refusal('This function without its tables', span);
  try {
    return lowerQuery(syntax, context.query);
  } catch (cause) {
    if (cause instanceof Refusal) Object.assign(cause.problem, span);
    throw cause;
  }
}

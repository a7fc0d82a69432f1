/** `where FileName = "a.exe"`: Kusto says that the condition is no bool; what is meant is `==`. */
import type { Fix } from '../diagnostic';
import type { QueryProblem } from '../problem';

/** Strings and comments by their extent, and the characters that lints look for, from `start` on. */
const lexeme =
  /\/\/[^\n]*|```[\s\S]*?(?:```|$)|[hH]?@"(?:[^"]|"")*"?|[hH]?@'(?:[^']|'')*'?|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|[=!<>]=|=~|[()[\]{}|;=]/g;

/**
 * The lone `=` of the operator that begins at `start`, and where it ends: at the next bar, semicolon or closing bracket
 * of its own level. Brackets that hold a bar are a query of their own, whose `=` may be right.
 */
function assignmentsFrom(text: string, start: number): { readonly places: readonly number[]; readonly end: number } {
  const levels: { places: number[]; isQuery: boolean }[] = [{ places: [], isQuery: false }];
  lexeme.lastIndex = start;
  for (let match = lexeme.exec(text); match; match = lexeme.exec(text)) {
    const [found] = match;
    const level = levels.at(-1);
    if (!level) break;
    if ('([{'.includes(found)) levels.push({ places: [], isQuery: false });
    else if (found === '=') level.places.push(match.index);
    else if (levels.length === 1 && '|;)]}'.includes(found)) return { places: level.places, end: match.index };
    else if (found === '|') level.isQuery = true;
    else if (')]}'.includes(found)) {
      levels.pop();
      if (!level.isQuery) levels.at(-1)?.places.push(...level.places);
    }
  }
  return { places: levels[0]?.places ?? [], end: text.length };
}

/** One repair for every filter that has errors and a lone `=`, at the first of its errors. */
export function assignmentFixes(text: string, problems: readonly QueryProblem[]): ReadonlyMap<QueryProblem, Fix> {
  const fixes = new Map<QueryProblem, Fix>();
  for (const match of text.matchAll(/\bwhere\b/g)) {
    const { places, end } = assignmentsFrom(text, match.index + match[0].length);
    const first = problems.find(({ start, severity }) => severity === 'error' && start >= match.index && start < end);
    if (!first || places.length === 0 || (first.code !== 'KS141' && first.code !== 'KS106')) continue;
    const edits = places.map((start) => ({ start, length: 1, text: '==' }));
    fixes.set(first, {
      title: places.length === 1 ? 'Compare with ==' : 'Compare with == everywhere in this filter',
      edits,
    });
  }
  return fixes;
}

/**
 * `$search` over directory objects: clauses `"property:words"` joined by AND and OR (AND binds closer). Names and
 * descriptions are cut into words and found by the beginnings of them; of other properties the beginning counts.
 * https://learn.microsoft.com/graph/search-query-parameter#using-search-on-directory-object-collections
 */
import { Refusal } from '@/mocks/handlers/manners/refusal';

export type SearchFields<Row> = Readonly<
  Record<string, { by: 'words' | 'beginning'; read: (row: Row) => string | null }>
>;
type Test<Row> = (row: Row) => boolean;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function clauseTest<Row>(clause: string, fields: SearchFields<Row>): Test<Row> {
  const match = /^([A-Za-z]+):(.*)$/su.exec(clause);
  const field = fields[match?.[1] ?? ''];
  const wanted = (match?.[2] ?? '').replaceAll(/\\(["\\])/gu, '$1');
  if (!field || wanted.trim() === '')
    throw new Refusal(400, 'Request_BadRequest', `Unsupported or invalid search clause '${clause}'.`);
  if (field.by === 'beginning')
    return (row) => (field.read(row) ?? '').toLowerCase().startsWith(wanted.trim().toLowerCase());
  const begun = wordsOf(wanted);
  return (row) => {
    const words = wordsOf(field.read(row) ?? '');
    return begun.every((part) => words.some((word) => word.startsWith(part)));
  };
}

/** Everything passes without a `$search`. Throws what Graph answers when the header is missing or the text is wrong. */
export function searchTest<Row>(text: string | null, headers: Headers, fields: SearchFields<Row>): Test<Row> {
  if (text === null) return () => true;
  if (headers.get('consistencylevel')?.toLowerCase() !== 'eventual') {
    const message =
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'";
    throw new Refusal(400, 'Request_UnsupportedQuery', message);
  }
  const alternatives = text.trim().split(/\s+OR\s+(?=")/u);
  const tests = alternatives.map((alternative) => {
    const clauses = alternative.split(/\s+AND\s+(?=")/u).map((part) => {
      const clause = /^"((?:[^"\\]|\\.)*)"$/su.exec(part.trim())?.[1];
      if (clause === undefined)
        throw new Refusal(
          400,
          'Request_BadRequest',
          `Syntax error: character '${part[0] ?? ''}' is not valid at position 0 in '${text}'.`,
        );
      return clauseTest(clause, fields);
    });
    return (row: Row) => clauses.every((test) => test(row));
  });
  return (row) => tests.some((test) => test(row));
}

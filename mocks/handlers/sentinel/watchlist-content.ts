/** The items of a watchlist that is sent as text, with Sentinel's refusals of text that makes no table. */

import { Refusal } from '@/mocks/handlers/manners/refusal';
import { delimitedRecords } from '@/mocks/kql/environment/delimited';

/** https://learn.microsoft.com/azure/sentinel/sentinel-service-limits#watchlist-limits */
const largestContent = 3.8 * 1024 * 1024;

const bad = (message: string): Refusal => new Refusal(400, 'BadRequest', message);

export type WatchlistContent = {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
};

export function watchlistContent(sent: {
  rawContent: string;
  contentType: string | null | undefined;
  linesToSkip: number;
  searchKey: string;
}): WatchlistContent {
  const separator = separatorOf(sent.contentType);
  if (Buffer.byteLength(sent.rawContent) > largestContent) {
    throw bad('The size of the watchlist content exceeds the limit of 3.8 MB. Upload it from Azure Storage instead.');
  }
  const text = sent.rawContent.split('\n').slice(sent.linesToSkip).join('\n');
  const [header, ...lines] = delimitedRecords(text, separator);
  const columns = (header ?? []).map((name) => name.trim());
  if (columns.length === 0 || columns.includes('')) throw bad('The watchlist content has no header, or an empty one.');
  const doubled = columns.find((name, index) => columns.indexOf(name) !== index);
  if (doubled !== undefined) throw bad(`The watchlist content has the column '${doubled}' more than once.`);
  if (!columns.includes(sent.searchKey)) {
    throw bad(`The search key '${sent.searchKey}' is not a column of the watchlist content.`);
  }
  const rows = lines
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells, index) => {
      if (cells.length !== columns.length) {
        throw bad(
          `Line ${index + 1} of the watchlist content has ${cells.length} fields instead of ${columns.length}.`,
        );
      }
      return Object.fromEntries(columns.map((name, column) => [name, cells[column] ?? '']));
    });
  return { columns, rows };
}

function separatorOf(contentType: string | null | undefined): string {
  const kind = contentType?.toLowerCase() ?? '';
  if (kind === 'text/csv') return ',';
  if (kind === 'text/tsv' || kind === 'text/tab-separated-values') return '\t';
  throw bad(`The content type '${contentType ?? ''}' is not supported. Use 'text/csv' or 'text/tsv'.`);
}

/**
 * What `externaldata` makes of a file, by format. https://learn.microsoft.com/kusto/query/externaldata-operator
 * Delimited formats give fields by position, JSON formats by name.
 */
import { gunzipSync } from 'node:zlib';
import { delimitedRecords } from './delimited';

export type ExternalRecord =
  | { readonly fields: readonly string[] }
  | { readonly properties: Readonly<Record<string, unknown>> };

const separators: Readonly<Record<string, string>> = {
  csv: ',',
  scsv: ';',
  sohsv: '\u0001',
  psv: '|',
  tsv: '\t',
  tsve: '\t',
};

const jsonFormats = new Set(['json', 'multijson']);

export const isExternalFormat = (format: string): boolean =>
  format in separators || jsonFormats.has(format) || format === 'txt' || format === 'raw';

/** The format that a URL's file extension stands for, `csv` when it says nothing. */
export function formatOfUrl(url: string): string {
  const path = (url.split(/[?#;]/)[0] ?? '').replace(/\.gz$/i, '');
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return isExternalFormat(extension) ? extension : 'csv';
}

/** A file's text; compressed when its first bytes say so. */
export function externalText(file: string | Uint8Array): string {
  const bytes = typeof file === 'string' ? Buffer.from(file) : Buffer.from(file);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: 64_000_000 }) : bytes;
  return plain.toString('utf8').replace(/^\uFEFF/, '');
}

export function externalRecords(text: string, format: string, ignoreFirstRecord: boolean): ExternalRecord[] {
  const records = recordsOf(text, format);
  return ignoreFirstRecord && !jsonFormats.has(format) ? records.slice(1) : records;
}

function recordsOf(text: string, format: string): ExternalRecord[] {
  const separator = separators[format];
  if (separator !== undefined)
    return delimitedRecords(text, separator)
      .filter(isFilled)
      .map((fields) => ({ fields }));
  if (format === 'raw') return [{ fields: [text] }];
  if (format === 'txt') return lines(text).map((line) => ({ fields: [line] }));
  if (format === 'json') return lines(text).flatMap((line) => objectsIn(JSON.parse(line)));
  return multiJson(text);
}

const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');

const isFilled = (fields: readonly string[]): boolean => fields.length > 1 || fields[0] !== '';

function objectsIn(value: unknown): ExternalRecord[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return typeof value === 'object' && value !== null ? [{ properties: { ...value } }] : [];
}

/** One document over many lines, or several after each other. */
function multiJson(text: string): ExternalRecord[] {
  try {
    return objectsIn(JSON.parse(text));
  } catch {
    // Not one document: then one per line, and what is wrong in a line is the query's error.
    return lines(text).flatMap((line) => objectsIn(JSON.parse(line)));
  }
}

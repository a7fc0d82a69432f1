/** Parsers of URLs, paths, versions, CSV lines and command lines. */

import { decimalOfText } from './decimal';

type Bag = Record<string, unknown>;

const urlPattern =
  /^([a-z][a-z0-9+.-]*):\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^:/?#]*)(?::(\d+))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

export function parseUrl(text: string): Bag | null {
  const match = urlPattern.exec(text);
  const [, scheme = '', username = '', password = '', host = '', port = '', path = '', query = '', fragment = ''] =
    match ?? [];
  if (!match) return null;
  return {
    Scheme: scheme,
    Host: host,
    Port: port,
    Path: path,
    Username: username,
    Password: password,
    'Query Parameters': queryParameters(query),
    Fragment: fragment,
  };
}

function queryParameters(query: string): Bag {
  const bag: Bag = {};
  for (const pair of query.split('&').filter(Boolean)) {
    const at = pair.indexOf('=');
    bag[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? '' : pair.slice(at + 1);
  }
  return bag;
}

export const parseUrlQuery = (text: string): Bag => ({
  'Query Parameters': queryParameters(text.replace(/^[^?]*\?/, '')),
});

/** Windows, UNC, Unix and file:// paths. */
export function parsePath(text: string): Bag {
  const scheme = /^([a-z]{2,}):\/\//i.exec(text)?.[1] ?? '';
  const rest = scheme ? text.slice(scheme.length + 3) : text;
  const root = /^[a-z]:[\\/]/i.exec(rest)?.[0] ?? '';
  const stream = rest.slice(root.length).split(':');
  const alternate = stream.length > 1 ? (stream.at(-1) ?? '') : '';
  const path = alternate ? rest.slice(0, -(alternate.length + 1)) : rest;
  const parts = path.split(/[\\/]/);
  const filename = parts.at(-1) ?? '';
  return {
    Scheme: scheme,
    RootPath: root,
    DirectoryPath: path.slice(0, Math.max(0, path.length - filename.length - 1)),
    DirectoryName: parts.at(-2) ?? '',
    Filename: filename,
    Extension: filename.includes('.') ? (filename.split('.').at(-1) ?? '') : '',
    AlternateDataStreamName: alternate,
  };
}

/** A decimal: four parts of eight digits. */
export function parseVersion(text: string): string | null {
  const parts = text.split('.');
  if (parts.length > 4 || parts.some((part) => !/^\d{1,8}$/.test(part))) return null;
  const padded = [...parts, '0', '0', '0'].slice(0, 4).map((part) => part.padStart(8, '0'));
  return decimalOfText(padded.join(''));
}

/** One record; a quoted cell may hold commas, line breaks and doubled quotation marks. */
export function parseCsv(text: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    cells.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] !== ',') break;
  }
  return cells;
}

/** Windows' rules of quoting: backslashes matter only before a quotation mark. */
export function parseCommandLine(text: string, kind: string): string[] | null {
  if (kind.toLowerCase() !== 'windows') return null;
  const args: string[] = [];
  // One token: backslashes with the mark they escape, a mark, space, or anything else.
  const tokens = text.matchAll(/(\\*)"|(\s+)|(\\+|[^\s"\\]+)/g);
  let current: string | undefined;
  let quoted = false;
  for (const [whole, slashes, space, plain] of tokens) {
    if (space !== undefined && !quoted) {
      if (current !== undefined) args.push(current);
      current = undefined;
    } else if (slashes !== undefined) {
      const escapedMark = slashes.length % 2 === 1;
      current = (current ?? '') + '\\'.repeat(Math.floor(slashes.length / 2)) + (escapedMark ? '"' : '');
      if (!escapedMark) quoted = !quoted;
    } else {
      current = (current ?? '') + (plain ?? whole);
    }
  }
  if (current !== undefined) args.push(current);
  return args;
}

const byteUnits = ['Bytes', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'];

export function formatBytes(value: number | null, precision?: number | null, units?: string | null): string {
  if (value === null) return '';
  const wanted = units ? byteUnits.findIndex((unit) => unit.toLowerCase() === units.toLowerCase()) : -1;
  let step = wanted;
  if (step < 0) for (step = 0; Math.abs(value) / 1024 ** (step + 1) >= 1 && step < byteUnits.length - 1; step++);
  const scaled = value / 1024 ** step;
  const rounded = Number(scaled.toFixed(precision ?? 0));
  return `${rounded} ${byteUnits[step] ?? ''}`;
}

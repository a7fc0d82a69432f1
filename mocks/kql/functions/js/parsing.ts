/** Parsers of URLs, paths, versions, CSV lines and command lines. */

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

export function parsePath(text: string): Bag {
  const scheme = /^([a-z]+):\/\//i.exec(text)?.[1] ?? '';
  const rest = scheme ? text.slice(scheme.length + 3) : text;
  const stream = /^(?![a-z]:)[^]*?:([^\\/:]+)$|^[a-z]:[^:]*:([^\\/:]+)$/i.exec(rest);
  const alternate = scheme ? '' : (stream?.[1] ?? stream?.[2] ?? '');
  const path = alternate ? rest.slice(0, -(alternate.length + 1)) : rest;
  const parts = path.split(/[\\/]/);
  const filename = parts.at(-1) ?? '';
  const directory = path.slice(0, Math.max(0, path.length - filename.length - 1));
  const root = scheme ? '' : (/^([a-z]:|[\\/]{2}[^\\/]+)/i.exec(path)?.[1] ?? (path.startsWith('/') ? '/' : ''));
  return {
    Scheme: scheme,
    RootPath: root,
    DirectoryPath: directory,
    DirectoryName: parts.at(-2) ?? '',
    Filename: filename,
    Extension: filename.includes('.') ? (filename.split('.').at(-1) ?? '') : '',
    AlternateDataStreamName: alternate,
  };
}

export function parseVersion(text: string): number | null {
  const parts = text.split('.');
  if (parts.length > 4 || parts.some((part) => !/^\d{1,8}$/.test(part))) return null;
  const padded = [...parts, '0', '0', '0'].slice(0, 4).map((part) => part.padStart(8, '0'));
  return Number(padded.join(''));
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
  let current = '';
  let quoted = false;
  let started = false;
  for (let at = 0; at < text.length; at++) {
    const slashes = /^\\*/.exec(text.slice(at))?.[0].length ?? 0;
    if (slashes > 0) {
      const beforeQuote = text[at + slashes] === '"';
      current += '\\'.repeat(beforeQuote ? Math.floor(slashes / 2) : slashes);
      if (beforeQuote && slashes % 2 === 1) current += '"';
      at += slashes - 1 + (beforeQuote && slashes % 2 === 1 ? 1 : 0);
      started = true;
    } else if (text[at] === '"') {
      quoted = !quoted;
      started = true;
    } else if (/\s/.test(text[at] ?? '') && !quoted) {
      if (started) args.push(current);
      current = '';
      started = false;
    } else {
      current += text[at];
      started = true;
    }
  }
  if (started) args.push(current);
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

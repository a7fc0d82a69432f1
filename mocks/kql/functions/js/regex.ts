/** Kusto's regular expressions are RE2; what its syntax has over JavaScript's is rewritten. */

const known = new Map<string, RegExp>();

/** A compiled pattern; an invalid one throws, as it does in Kusto. */
export function toPattern(source: string, flags: string): RegExp {
  const key = `${flags}/${source}`;
  const found = known.get(key);
  if (found) {
    found.lastIndex = 0;
    return found;
  }
  const compiled = compile(source, flags);
  if (known.size > 500) known.clear();
  known.set(key, compiled);
  return compiled;
}

function compile(source: string, flags: string): RegExp {
  const inline = /^\(\?([imsU]+)\)/.exec(source);
  const body = inline ? source.slice(inline[0].length) : source;
  const more = inline?.[1]?.replace('U', '') ?? '';
  const rewritten = body
    .replace(/\(\?P</g, '(?<')
    .replace(/\[\[:(\w+):\]\]/g, (_, name: string) => `[${posix[name] ?? ''}]`)
    .replace(/\[:(\w+):\]/g, (_, name: string) => posix[name] ?? '')
    .replace(/\\A/g, '^')
    .replace(/\\[zZ]/g, '$');
  const all = [...new Set(flags + more)].join('');
  try {
    return new RegExp(rewritten, `${all}u`);
  } catch {
    // Unicode mode refuses needless escapes (\- outside a class) that RE2 allows.
    return new RegExp(rewritten, all);
  }
}

const posix: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  word: '\\w',
  xdigit: '0-9A-Fa-f',
};

/** Cuts a query text into terms with their places. Knows the punctuation and no fields. */

/** `text` is without quotes and escapes; `from` and `to` are UTF-16 offsets with them, `to` exclusive. */
export type ScannedValue = { text: string; quoted: boolean; from: number; to: number };

/** One condition as it is written; `from` and `to` as of `ScannedValue`. */
export type ScannedTerm = {
  from: number;
  to: number;
  negated: boolean;
  /** The word before the colon or comparison; null for free text. */
  name: { text: string; from: number; to: number } | null;
  /** `:`, `>`, `>=`, `<`, `<=` or `=`; `:` for free text. */
  operator: string;
  values: ScannedValue[];
};

const nameAndOperator = /([\p{L}][\p{L}\p{N}_.]*)(:|>=|<=|>|<|=)/uy;
const blank = /\s/u;

function scanQuoted(text: string, from: number): ScannedValue {
  let at = from + 1;
  let value = '';
  while (at < text.length && text[at] !== '"') {
    const escaped = text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\');
    if (escaped) at += 1;
    value += text[at] ?? '';
    at += 1;
  }
  // A quotation that is still being typed ends with the text.
  return { text: value, quoted: true, from, to: Math.min(at + 1, text.length) };
}

function scanBare(text: string, from: number, stops: (character: string) => boolean): ScannedValue {
  let at = from;
  while (at < text.length && !stops(text[at] ?? '')) at += 1;
  return { text: text.slice(from, at), quoted: false, from, to: at };
}

function scanValues(text: string, from: number): ScannedValue[] {
  const values: ScannedValue[] = [];
  let at = from;
  for (;;) {
    const value =
      text[at] === '"'
        ? scanQuoted(text, at)
        : scanBare(text, at, (character) => blank.test(character) || character === ',');
    values.push(value);
    if (text[value.to] !== ',') return values;
    at = value.to + 1;
  }
}

function scanTerm(text: string, from: number): ScannedTerm {
  const negated = text[from] === '-' && text[from + 1] !== undefined && !blank.test(text[from + 1] ?? '');
  const start = negated ? from + 1 : from;
  nameAndOperator.lastIndex = start;
  const match = nameAndOperator.exec(text);
  // `https://…` and `C:\…` are text, and nobody has to quote them.
  if (match !== null && !(match[2] === ':' && /[/\\]/u.test(text[nameAndOperator.lastIndex] ?? ''))) {
    const [whole, name = '', operator = ':'] = match;
    const values = scanValues(text, start + whole.length);
    const to = values.at(-1)?.to ?? start + whole.length;
    return { from, to, negated, name: { text: name, from: start, to: start + name.length }, operator, values };
  }
  const value =
    text[start] === '"' ? scanQuoted(text, start) : scanBare(text, start, (character) => blank.test(character));
  return { from, to: value.to, negated, name: null, operator: ':', values: [value] };
}

/** In the order of the text. Refuses nothing: whether a term makes sense is for `readQuery` to say. */
export function scanTerms(text: string): ScannedTerm[] {
  const terms: ScannedTerm[] = [];
  let at = 0;
  while (at < text.length) {
    if (blank.test(text[at] ?? '')) at += 1;
    else {
      const term = scanTerm(text, at);
      terms.push(term);
      at = Math.max(term.to, at + 1);
    }
  }
  return terms;
}

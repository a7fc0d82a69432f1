/**
 * Kusto's regular expressions are those of Rust's regex crate: \s, \d and \w mean all of Unicode. RE2, which runs them
 * here, knows them for ASCII alone, so they are spelled out. https://learn.microsoft.com/kusto/query/regex
 */

const spelled: Readonly<Record<string, string>> = {
  s: '\\t-\\r\\x{85}\\p{Z}',
  d: '\\p{Nd}',
  w: '\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}',
};

/** A class repeated this often would make a pattern too large for RE2. */
const often = /\{\s*\d{3,}|,\s*\d{3,}\s*\}/;
const needsWork = /\\[sdwSDW]|\(\?</;
const token = /\\(?:[pP](?:\{[^}]*\}|.)|.)|\[\^?\]?|\]|\[:\^?\w+:\]|\(\?<(?![=!])|[^\\[\](]+|./gsu;

export function toRe2(pattern: string): string {
  if (!needsWork.test(pattern) || often.test(pattern)) return pattern;
  let inClass = false;
  return pattern.replace(token, (piece) => {
    if (piece === '(?<') return inClass ? piece : '(?P<';
    if (piece.startsWith('[:')) return piece;
    if (piece.startsWith('[')) {
      inClass = true;
      return piece;
    }
    if (piece === ']') {
      inClass = false;
      return piece;
    }
    return piece.startsWith('\\') ? spelledOut(piece, inClass) : piece;
  });
}

function spelledOut(piece: string, inClass: boolean): string {
  const letter = piece[1] ?? '';
  const members = spelled[letter.toLowerCase()];
  if (members === undefined) return piece;
  const negated = letter !== letter.toLowerCase();
  // Inside a class a negated one cannot be spelled out; \D has a name of its own.
  if (inClass) return negated ? (letter === 'D' ? '\\P{Nd}' : piece) : members;
  return `[${negated ? '^' : ''}${members}]`;
}

/**
 * Attackers write titles, subjects and command lines. Bidi overrides make `exe.fdp` read as `pdf.exe`, zero-width and
 * control characters hide text; here they are found so that a page can show them as marks. Nothing is removed.
 * https://trojansource.codes
 */

/** `name` is what to show instead of a hidden character: `RLO`, `U+0007`. */
export type TextPart = { text: string; hidden: false } | { text: string; hidden: true; name: string };

const names: Record<number, string> = {
  160: 'NBSP',
  173: 'SHY',
  1564: 'ALM',
  6158: 'MVS',
  8203: 'ZWSP',
  8204: 'ZWNJ',
  8205: 'ZWJ',
  8206: 'LRM',
  8207: 'RLM',
  8234: 'LRE',
  8235: 'RLE',
  8236: 'PDF',
  8237: 'LRO',
  8238: 'RLO',
  8288: 'WJ',
  8294: 'LRI',
  8295: 'RLI',
  8296: 'FSI',
  8297: 'PDI',
  65279: 'BOM',
};

/** Controls (without tab and line breaks), bidi and zero-width characters, line separators, tag characters. */
const hidden =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const plainSpace = new Set(['\t', '\n', '\r']);

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return names[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text in pieces: readable ones, and hidden characters with the name to show for each. */
export function visibleParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(hidden)) {
    const [character] = match;
    if (plainSpace.has(character)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), hidden: false });
    parts.push({ text: character, hidden: true, name: nameOf(character) });
    from = match.index + character.length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), hidden: false });
  return parts;
}

/** The same as one string, hidden characters written as `⟨RLO⟩`: for attributes, exports and logs. */
export function visibleText(text: string): string {
  return visibleParts(text)
    .map((part) => (part.hidden ? `⟨${part.name}⟩` : part.text))
    .join('');
}

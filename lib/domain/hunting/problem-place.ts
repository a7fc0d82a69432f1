/** Where in the query text an error points, in the ways in which Microsoft's services say it. */

/** UTF-16 offset of a line (from 1) and a column (from 0) in a text; clamped to the text. */
export function offsetAt(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, Math.max(0, line - 1)).reduce((sum, current) => sum + current.length + 1, 0);
  return Math.min(text.length, before + Math.max(0, column));
}

/** Kusto's messages carry their place as `line [2,17]`, `[line:position=2:17]` or `Line: 2, Position: 17`. */
const placesInWords = [
  /line \[(\d+),\s*(\d+)\]/iu,
  /line:position=(\d+):(\d+)/iu,
  /line:?\s*(\d+),\s*position:?\s*(\d+)/iu,
];

/** `line` from 1, `column` as Kusto counts it; null when the message names no place. */
export function placeInMessage(message: string): { line: number; column: number } | null {
  for (const pattern of placesInWords) {
    const match = pattern.exec(message);
    if (match !== null) return { line: Number(match[1]), column: Number(match[2]) };
  }
  return null;
}

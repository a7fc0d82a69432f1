/** A result as columns of text for a terminal: control characters made visible, long cells cut, numbers to the right. */
type Column = { readonly name: string; readonly numeric: boolean };

const widest = 60;

export function textTable(columns: readonly Column[], rows: readonly (readonly unknown[])[]): string {
  const cells = rows.map((row) => columns.map((_, index) => cellText(row[index])));
  const widths = columns.map((column, index) =>
    Math.max(1, column.name.length, ...cells.map((row) => [...(row[index] ?? '')].length)),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => {
        const gap = ' '.repeat(Math.max(0, (widths[index] ?? 0) - [...text].length));
        return columns[index]?.numeric ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map((column) => column.name)), rule, ...cells.map(line)].join('\n');
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  // Logs hold what attackers typed: nothing of it may move the cursor or turn the text around.
  const visible = text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return character === '\n' ? '⏎' : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  const characters = [...visible];
  return characters.length > widest ? `${characters.slice(0, widest - 1).join('')}…` : visible;
}

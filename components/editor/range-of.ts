/** A span of UTF-16 offsets as Monaco's lines and columns. */
import type { editor, IRange } from 'monaco-editor/editor';

export function rangeOf(model: editor.ITextModel, start: number, length: number): IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(start + length);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

/** What the page may ask of the editor; the text itself lives in Monaco. */
import type { TextEdit } from '@/lib/kql/diagnostic';
import { monaco } from './monaco';

type Editor = ReturnType<typeof monaco.editor.create>;

export type KqlEditorHandle = {
  focus(): void;
  text(): string;
  /** Writes at the caret, over the selection if there is one; undoable. */
  insert(text: string): void;
  /** Adds a line at the end, undoable: `| where …`. */
  append(line: string): void;
  /** Replaces everything, undoable. */
  replaceAll(text: string): void;
  /** Replaces spans (UTF-16 offsets of the present text) in one undoable step. */
  replace(edits: readonly TextEdit[]): void;
  /** Selects a span (UTF-16 offsets) and shows it. */
  reveal(start: number, length: number): void;
  format(): void;
};

export function handleOf(editor: Editor): KqlEditorHandle {
  const edit = (range: InstanceType<typeof monaco.Range>, text: string) => {
    editor.pushUndoStop();
    editor.executeEdits('page', [{ range, text, forceMoveMarkers: true }]);
    editor.pushUndoStop();
  };
  const whole = () => {
    const model = editor.getModel();
    return model === null ? new monaco.Range(1, 1, 1, 1) : model.getFullModelRange();
  };
  return {
    focus: () => editor.focus(),
    text: () => editor.getValue(),
    insert(text) {
      edit(editor.getSelection() ?? whole(), text);
      editor.focus();
    },
    append(line) {
      const all = whole();
      const kept = editor.getValue().replace(/[\s;]+$/u, '');
      edit(all, kept === '' ? line : `${kept}\n${line}`);
      editor.setPosition(whole().getEndPosition());
      editor.revealLine(whole().endLineNumber);
    },
    replaceAll(text) {
      edit(whole(), text.replace(/\r\n/gu, '\n'));
      editor.setPosition({ lineNumber: 1, column: 1 });
    },
    replace(texts) {
      const model = editor.getModel();
      if (model === null) return;
      const edits = texts.map(({ start, length, text }) => ({
        range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(start + length)),
        text,
      }));
      editor.pushUndoStop();
      editor.executeEdits('page', edits);
      editor.pushUndoStop();
    },
    reveal(start, length) {
      const model = editor.getModel();
      if (model === null) return;
      const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(start + length));
      editor.setSelection(range);
      editor.revealRangeInCenterIfOutsideViewport(range);
      editor.focus();
    },
    format: () => void editor.getAction('editor.action.formatDocument')?.run(),
  };
}

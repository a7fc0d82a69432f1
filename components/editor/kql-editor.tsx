'use client';
/** The one query editor: Monaco with Microsoft's Kusto language. Load it through lazy-kql-editor.tsx only. */
import './monaco.css';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { QueryProblem } from '@/lib/kql/problem';
import { checkWhileTyping } from './check-while-typing';
import { followPageTheme } from './follow-page-theme';
import { handleOf, type KqlEditorHandle } from './kql-editor-handle';
import { kustoId, registerKusto } from './kusto-providers';
import { markProblems } from './markers';
import { monaco } from './monaco';
import type { Check } from './protocol';
import { toDiagnostics } from './quick-fix';
import { useKustoState } from './use-kusto-state';

export type KqlEditorProps = {
  handle: Ref<KqlEditorHandle>;
  label: string;
  initialText: string;
  /** What a service said about the last run; shown at its place until the text changes. */
  serviceProblems: readonly QueryProblem[];
  /** The request bounds the event time by itself, so that the query need not. */
  hasTimespan: boolean;
  onChange: (text: string) => void;
  onCheck: (check: Check) => void;
  onRun: () => void;
  /** Escape, when no list or search box of the editor is open: focus goes on. */
  onLeave: () => void;
};

const nothingOpen = [
  'suggestWidgetVisible',
  'findWidgetVisible',
  'markersNavigationVisible',
  'hoverFocused',
  'inSnippetMode',
  'editorHasMultipleSelections',
  'editorHasSelection',
  'codeActionMenuVisible',
]
  .map((key) => `!${key}`)
  .join(' && ');

function createEditor(element: HTMLElement, text: string, label: string) {
  registerKusto();
  const font = getComputedStyle(element).fontFamily;
  const editor = monaco.editor.create(element, {
    value: text.replace(/\r\n/gu, '\n'),
    language: kustoId,
    ariaLabel: label,
    fontFamily: font,
    fontSize: 13,
    lineHeight: 20,
    'semanticHighlighting.enabled': true,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    stickyScroll: { enabled: false },
    folding: false,
    glyphMargin: false,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 8,
    padding: { top: 8, bottom: 8 },
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'line',
    wordWrap: 'on',
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: false, strings: false },
    suggest: { showWords: false, preview: false },
    links: false,
    // Above line 1 it would lie over the toolbar.
    hover: { above: false },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    placeholder: 'Write KQL, or pick a table on the left. Shift+Enter runs it.',
  });
  const model = editor.getModel();
  model?.setEOL(monaco.editor.EndOfLineSequence.LF);
  // The editor's own option of this name does not reach its model.
  model?.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  // Monaco measures characters once; the mono font may arrive later.
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  return editor;
}

export function KqlEditor(props: KqlEditorProps) {
  const { handle, label, serviceProblems, hasTimespan } = props;
  const element = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<ReturnType<typeof createEditor> | null>(null);
  const latest = useRef(props);
  const kusto = useKustoState();

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (element.current === null) return;
    const made = createEditor(element.current, latest.current.initialText, label);
    const stopTheme = followPageTheme();
    made.onDidChangeModelContent(() => latest.current.onChange(made.getValue()));
    made.addAction({
      id: 'query.run',
      label: 'Run query',
      keybindings: [monaco.KeyMod.Shift | monaco.KeyCode.Enter, monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
      run: () => latest.current.onRun(),
    });
    made.addAction({
      id: 'query.leave',
      label: 'Leave the editor',
      keybindings: [monaco.KeyCode.Escape],
      precondition: nothingOpen,
      run: () => latest.current.onLeave(),
    });
    setEditor(made);
    return () => {
      stopTheme();
      made.getModel()?.dispose();
      made.dispose();
    };
  }, [label]);

  // A worker that was restarted checks the text again.
  useEffect(() => {
    const model = editor?.getModel();
    if (!model || model.isDisposed() || kusto === 'failed') return;
    return checkWhileTyping(model, hasTimespan, (check) => latest.current.onCheck(check));
  }, [editor, kusto, hasTimespan]);

  useEffect(() => {
    const model = editor?.getModel();
    if (model && !model.isDisposed()) markProblems(model, 'service', toDiagnostics(serviceProblems, model.getValue()));
  }, [editor, serviceProblems]);

  useImperativeHandle(handle, () => (editor === null ? idle : handleOf(editor)), [editor]);

  return <div ref={element} className="h-full w-full font-mono" data-kql-editor />;
}

/** Before Monaco stands there is nothing to write to; the page shows the text by itself. */
const idle: KqlEditorHandle = {
  focus: () => undefined,
  text: () => '',
  insert: () => undefined,
  append: () => undefined,
  replaceAll: () => undefined,
  replace: () => undefined,
  reveal: () => undefined,
  format: () => undefined,
};

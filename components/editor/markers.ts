/**
 * Problems as squiggles. Two owners: what the worker found while typing, and what a service said about a run. Monaco
 * keeps no more of a marker than it draws, so the problems themselves are kept beside the model, for their repairs.
 */
import type { editor } from 'monaco-editor/editor';
import type { Diagnostic } from '@/lib/kql/diagnostic';
import { monaco } from './monaco';
import { rangeOf } from './range-of';

export type MarkerOwner = 'kusto' | 'service';

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  information: monaco.MarkerSeverity.Info,
} as const satisfies Record<Diagnostic['severity'], number>;

const marked = new WeakMap<editor.ITextModel, Map<MarkerOwner, readonly Diagnostic[]>>();

function markerOf(model: editor.ITextModel, owner: MarkerOwner, problem: Diagnostic): editor.IMarkerData {
  const { code, message, severity, start, length } = problem;
  const textLength = model.getValueLength();
  // A problem at the very end ("missing expression") has no width of its own; the character before it carries it.
  const from = length === 0 && start >= textLength ? Math.max(0, textLength - 1) : start;
  const word = code.startsWith('KS') ? 'Kusto' : 'Advice';
  return {
    ...rangeOf(model, from, Math.max(1, length)),
    code,
    message,
    severity: severities[severity],
    source: owner === 'service' ? 'Answer of the service' : word,
  };
}

export function markProblems(model: editor.ITextModel, owner: MarkerOwner, problems: readonly Diagnostic[]): void {
  const known = marked.get(model) ?? new Map<MarkerOwner, readonly Diagnostic[]>();
  marked.set(model, known.set(owner, problems));
  monaco.editor.setModelMarkers(
    model,
    owner,
    problems.map((problem) => markerOf(model, owner, problem)),
  );
}

/** The problems behind a marker: those of its code at its place. */
export function problemsBehind(model: editor.ITextModel, marker: editor.IMarkerData): readonly Diagnostic[] {
  return [...(marked.get(model)?.entries() ?? [])].flatMap(([owner, problems]) =>
    problems.filter((problem) => {
      const own = markerOf(model, owner, problem);
      return (
        own.code === marker.code &&
        own.startLineNumber === marker.startLineNumber &&
        own.startColumn === marker.startColumn &&
        own.endLineNumber === marker.endLineNumber &&
        own.endColumn === marker.endColumn
      );
    }),
  );
}

/** Problems as squiggles. Two owners: what the worker found while typing, and what a service said about a run. */
import type { editor } from 'monaco-editor/editor';
import type { QueryProblem } from '@/lib/kql/problem';
import { rangeOf } from './kusto-providers';
import { monaco } from './monaco';

export type MarkerOwner = 'kusto' | 'service';

export function markProblems(model: editor.ITextModel, owner: MarkerOwner, problems: readonly QueryProblem[]): void {
  const textLength = model.getValueLength();
  const markers = problems.map(({ code, message, severity, start, length }) => {
    // A problem at the very end ("missing expression") has no width of its own; the character before it carries it.
    const from = length === 0 && start >= textLength ? Math.max(0, textLength - 1) : start;
    return {
      ...rangeOf(model, from, Math.max(1, length)),
      code,
      message,
      severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
      source: owner === 'service' ? 'Answer of the service' : 'Kusto',
    };
  });
  monaco.editor.setModelMarkers(model, owner, markers);
}

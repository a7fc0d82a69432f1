/** Asks the worker about the text once the analyst pauses, and forgets the question when typing goes on. */
import type { editor } from 'monaco-editor/editor';
import { orNull } from './cancelled';
import { kustoSession } from './kusto-session';
import { markProblems } from './markers';
import type { Check } from './protocol';

const pauseMs = 350;

/** Returns what stops it. `hasTimespan`: the request bounds the event time by itself. */
export function checkWhileTyping(
  model: editor.ITextModel,
  hasTimespan: boolean,
  onCheck: (check: Check) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let question = new AbortController();

  async function check(): Promise<void> {
    question.abort();
    question = new AbortController();
    const { signal } = question;
    const found = await orNull(kustoSession.client().ask('check', { text: model.getValue(), hasTimespan }, signal));
    if (found === null || signal.aborted || model.isDisposed()) return;
    markProblems(model, 'kusto', found.problems);
    onCheck(found);
  }

  const listener = model.onDidChangeContent(() => {
    question.abort();
    markProblems(model, 'service', []);
    clearTimeout(timer);
    timer = setTimeout(() => void check(), pauseMs);
  });
  void check();
  return () => {
    clearTimeout(timer);
    question.abort();
    listener.dispose();
  };
}

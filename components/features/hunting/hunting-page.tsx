'use client';
/** Hunting: schema and queries on the left, the query top right, its answer bottom right. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KqlEditorHandle } from '@/components/editor/kql-editor-handle';
import { announce } from '@/components/ui/announcer';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { SplitPane } from '@/components/ui/split-pane';
import type { QueryProblem } from '@/lib/domain/hunting/result-table';
import { huntingQueries } from '@/lib/queries/hunting';
import { useServerClock } from '@/lib/queries/server-clock';
import { LibraryPane } from './library-pane';
import { EditorPane } from './query/editor-pane';
import type { PastRun } from './query/kept';
import { fromQuery, parseTimespan, type TimeRange, toTimespan } from './query/time-range';
import { useQueryLink } from './query/use-query-link';
import { useRun } from './query/use-run';
import { ResultsPane } from './results/results-pane';
import { runAnnouncement } from './results/run-words';
import { usePaneKeys } from './use-pane-keys';

const noProblems: { problems: readonly QueryProblem[]; text: string } = { problems: [], text: '' };

export function HuntingPage() {
  const { opened, write } = useQueryLink();
  const schema = useQuery(huntingQueries.schema());
  const { state, run, cancel } = useRun();
  const now = useServerClock();
  const [range, setRange] = useState<TimeRange>(fromQuery);
  const [dismissed, setDismissed] = useState(0);
  const editor = useRef<KqlEditorHandle>(null);
  const text = useRef('');
  const root = useRef<HTMLDivElement>(null);
  const focusPane = usePaneKeys(root, () => editor.current?.focus());

  useEffect(() => {
    if (opened === null) return;
    text.current = opened.text;
    setRange(opened.range);
    if (opened.revision > 1) editor.current?.replaceAll(opened.text);
  }, [opened]);

  useEffect(() => {
    const words = runAnnouncement(state);
    if (words !== null) announce(words);
  }, [state]);

  const changeText = useCallback(
    (next: string) => {
      text.current = next;
      write(next, range);
    },
    [write, range],
  );
  const changeRange = (next: TimeRange) => {
    setRange(next);
    write(text.current, next);
  };
  const start = () => {
    if (text.current.trim() === '') return;
    void run({ text: text.current, timespan: toTimespan(range) });
  };
  const load = (next: string) => {
    editor.current?.replaceAll(next);
    editor.current?.focus();
  };
  const openPastRun = (past: PastRun) => {
    changeRange(parseTimespan(past.timespan) ?? fromQuery);
    load(past.text);
  };

  const serviceProblems = useMemo(
    () => (state.kind === 'refused' ? { problems: state.outcome.problems, text: state.request.text } : noProblems),
    [state],
  );
  const restorable = opened !== null && dismissed < opened.revision ? opened.replacedDraft : null;
  const notices = opened !== null && dismissed < opened.revision ? opened.notices : [];

  return (
    <div ref={root} className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">Hunting</h1>
      {notices.map((notice) => (
        <Banner key={notice} tone="warning" title={notice} onDismiss={() => setDismissed(opened?.revision ?? 0)} />
      ))}
      {restorable === null ? null : (
        <Banner
          title="This link replaced what you were writing."
          action={
            <Button
              size="small"
              onClick={() => {
                load(restorable);
                setDismissed(opened?.revision ?? 0);
              }}
            >
              Bring it back
            </Button>
          }
          onDismiss={() => setDismissed(opened?.revision ?? 0)}
        />
      )}
      <SplitPane
        id="hunting-library"
        direction="row"
        label="schema and queries"
        fixed="first"
        size={288}
        min={200}
        first={
          <LibraryPane
            onInsert={(name) => editor.current?.insert(name)}
            onOpen={(sample) => {
              changeRange(fromQuery);
              load(sample.text);
            }}
          />
        }
        second={
          <SplitPane
            id="hunting-results"
            direction="column"
            label="results"
            fixed="first"
            size={300}
            min={120}
            first={
              opened === null ? (
                <section aria-label="Query editor" aria-busy className="flex-1" />
              ) : (
                <EditorPane
                  editor={editor}
                  initialText={opened.text}
                  range={range}
                  running={state.kind === 'running'}
                  tables={schema.data?.tables ?? []}
                  serviceProblems={serviceProblems}
                  now={now}
                  onText={changeText}
                  onRange={changeRange}
                  onRun={start}
                  onCancel={cancel}
                  onLeave={() => focusPane('results')}
                  onPastRun={openPastRun}
                />
              )
            }
            second={
              <ResultsPane
                state={state}
                onJump={({ start: at, length }) => editor.current?.reveal(at, length)}
                onRetry={(request) => void run(request)}
                onFilter={(line) => editor.current?.append(line)}
              />
            }
          />
        }
      />
    </div>
  );
}

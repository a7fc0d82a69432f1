'use client';
/** The three panes of hunting and what passes between them. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KqlEditorHandle } from '@/components/editor/kql-editor-handle';
import { announce } from '@/components/ui/announcer';
import { SplitPane } from '@/components/ui/split-pane';
import { showToast } from '@/components/ui/toast';
import type { QueryProblem } from '@/lib/domain/hunting/result-table';
import { huntingQueries } from '@/lib/queries/hunting';
import { useServerClock } from '@/lib/queries/server-clock';
import { LibraryPane } from './library-pane';
import { EditorPane } from './query/editor-pane';
import type { PastRun } from './query/kept';
import { LinkNotices } from './query/link-notices';
import { fromQuery, parseTimespan, type TimeRange, toTimespan } from './query/time-range';
import type { OpenedLink } from './query/use-query-link';
import { useRun } from './query/use-run';
import { ResultsPane } from './results/results-pane';
import { runAnnouncement } from './results/run-words';
import { usePaneKeys } from './use-pane-keys';

const noProblems: { problems: readonly QueryProblem[]; text: string } = { problems: [], text: '' };

type Props = { opened: OpenedLink; write: (text: string, range: TimeRange) => void };

export function HuntingDesk({ opened, write }: Props) {
  const schema = useQuery(huntingQueries.schema());
  const { state, run, cancel } = useRun();
  const now = useServerClock();
  const [range, setRange] = useState<TimeRange>(opened.range);
  const editor = useRef<KqlEditorHandle>(null);
  const text = useRef(opened.text);
  const root = useRef<HTMLDivElement>(null);
  const firstRevision = useRef(opened.revision);
  const focusPane = usePaneKeys(root, () => editor.current?.focus());

  useEffect(() => {
    text.current = opened.text;
    setRange(opened.range);
    // The first one is in the editor from its beginning.
    const isNews = opened.revision > firstRevision.current && opened.text !== editor.current?.text();
    if (isNews) editor.current?.replaceAll(opened.text);
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
    if (text.current.trim() === '') {
      showToast('There is no query to run yet');
      return;
    }
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

  return (
    <div ref={root} className="flex min-h-0 flex-1 flex-col">
      <LinkNotices opened={opened} onRestore={load} />
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
            }
            second={
              <ResultsPane
                state={state}
                onJump={({ start: at, length }) => editor.current?.reveal(at, length)}
                onRetry={(request) => void run(request)}
                onFilter={(line) => {
                  editor.current?.append(line);
                  showToast('Added to the query', { detail: line, action: { label: 'Run', run: start } });
                }}
              />
            }
          />
        }
      />
    </div>
  );
}

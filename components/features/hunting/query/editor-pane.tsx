'use client';
/** The query: toolbar, editor, and what Kusto says about it. */
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { orNull } from '@/components/editor/cancelled';
import type { KqlEditorHandle } from '@/components/editor/kql-editor-handle';
import { kustoSession } from '@/components/editor/kusto-session';
import { LazyKqlEditor } from '@/components/editor/lazy-kql-editor';
import { ProblemList } from '@/components/editor/problem-list';
import type { Check } from '@/components/editor/protocol';
import { toDiagnostics } from '@/components/editor/quick-fix';
import { useKustoState } from '@/components/editor/use-kusto-state';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { HuntingTable } from '@/lib/domain/hunting/hunting-schema';
import type { QueryProblem } from '@/lib/domain/hunting/result-table';
import { routeQuery } from '@/lib/domain/hunting/route';
import { sentinelCategory } from '../schema/families';
import type { PastRun } from './kept';
import { routeWords } from './routing-words';
import { type TimeRange, toTimespan } from './time-range';
import { Toolbar } from './toolbar';

type Props = {
  editor: RefObject<KqlEditorHandle | null>;
  initialText: string;
  range: TimeRange;
  running: boolean;
  tables: readonly HuntingTable[];
  /** What the service said of the last run and the text it was about. */
  serviceProblems: { problems: readonly QueryProblem[]; text: string };
  now: () => Date;
  onText: (text: string) => void;
  onRange: (range: TimeRange) => void;
  onRun: () => void;
  onCancel: () => void;
  onLeave: () => void;
  onPastRun: (run: PastRun) => void;
};

const unchecked: Check & { text: string } = { problems: [], tables: [], text: '' };

export function EditorPane(props: Props) {
  const { editor, range, running, tables, serviceProblems } = props;
  const [check, setCheck] = useState(unchecked);
  const [text, setText] = useState(props.initialText);
  const kusto = useKustoState();
  const worlds = useMemo(() => new Map(tables.map((table) => [table.name, table.world])), [tables]);

  const route = useMemo(() => {
    if (check.tables.length === 0) return null;
    const { api, reason } = routeQuery(check.tables, (name) => worlds.get(name), toTimespan(range));
    return {
      words: routeWords(
        check.tables.flatMap((name) => worlds.get(name) ?? []),
        api,
      ),
      reason,
    };
  }, [check.tables, worlds, range]);

  useEffect(() => {
    const custom = tables.filter((table) => sentinelCategory(table.name, table.category) === 'Custom tables');
    if (custom.length > 0) void orNull(kustoSession.client().ask('addTables', { tables: custom }));
  }, [tables]);

  // The worker knows the text as it is now; the service's word counts only for the text it was given. Advice about a
  // query that is right stays in the editor, at its place.
  const local = check.text === text ? check.problems.filter(({ severity }) => severity !== 'information') : [];
  const said = serviceProblems.text === text && !local.some(({ severity }) => severity === 'error');
  const problems = said ? [...toDiagnostics(serviceProblems.problems, text), ...local] : local;

  return (
    <section aria-label="Query editor" data-pane="editor" className="flex min-h-0 flex-1 flex-col">
      <Toolbar
        running={running}
        range={range}
        route={route}
        now={props.now}
        onRun={props.onRun}
        onCancel={props.onCancel}
        onRange={props.onRange}
        onPastRun={props.onPastRun}
        onFormat={() => editor.current?.format()}
      />
      {kusto === 'failed' ? (
        <Banner
          title="Suggestions and checks are off."
          action={
            <Button size="small" onClick={() => kustoSession.restart()}>
              Try again
            </Button>
          }
        >
          The query language service did not load. Queries can still be written and run.
        </Banner>
      ) : null}
      <div className="min-h-0 flex-1">
        <LazyKqlEditor
          handle={editor}
          label="KQL query. Escape goes to the results, Control+M makes Tab leave the editor."
          initialText={props.initialText}
          serviceProblems={serviceProblems.problems}
          hasTimespan={toTimespan(range) !== null}
          onChange={(next) => {
            setText(next);
            props.onText(next);
          }}
          onCheck={(found) => setCheck({ ...found, text: editor.current?.text() ?? '' })}
          onRun={props.onRun}
          onLeave={props.onLeave}
        />
      </div>
      <ProblemList
        problems={problems}
        text={text}
        onJump={({ start, length }) => editor.current?.reveal(start, length)}
        onFix={(fixes) => editor.current?.replace(fixes.flatMap((fix) => fix.edits))}
      />
    </section>
  );
}

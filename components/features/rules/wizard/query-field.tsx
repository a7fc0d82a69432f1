/** The rule's query in the one editor, and trying it: rows and columns, or what is wrong at its place. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { Crosshair, Play } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useRef, useState } from 'react';
import type { KqlEditorHandle } from '@/components/editor/kql-editor-handle';
import { LazyKqlEditor } from '@/components/editor/lazy-kql-editor';
import { ProblemList } from '@/components/editor/problem-list';
import type { Check } from '@/components/editor/protocol';
import { toDiagnostics } from '@/components/editor/quick-fix';
import type { RuleForm } from '@/components/features/rules/wizard/use-rule-form';
import { Button } from '@/components/ui/button';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { RuleLogic } from '@/lib/domain/rule/rule';
import type { QueryCheck, RefusedQuery } from '@/lib/domain/rule/rule-preview';
import { ruleQueries } from '@/lib/queries/rules';
import { huntingPath } from '@/lib/routes/paths';

const unchecked: Check & { text: string } = { problems: [], tables: [], text: '' };
const noProblems: RefusedQuery['problems'] = [];

function Answer({ check }: { check: QueryCheck }) {
  if (check.kind === 'refused') {
    return (
      <p className="text-danger">
        Log Analytics does not run it: <UntrustedText text={check.message} />
      </p>
    );
  }
  return (
    <p>
      {check.rows.toLocaleString('en')} {check.rows === 1 ? 'row' : 'rows'} and {check.columns.length} columns, from{' '}
      <Timestamp at={check.from} form="full" name="From" /> to <Timestamp at={check.until} form="full" name="To" />.
      {check.cut === null ? null : (
        <span className="text-warning">
          {' '}
          Not all rows: <UntrustedText text={check.cut} />
        </span>
      )}
    </p>
  );
}

export function QueryField({ form, onLeave }: { form: RuleForm; onLeave: () => void }) {
  const { query, schedule } = form.draft.logic;
  const editor = useRef<KqlEditorHandle>(null);
  const [initialText] = useState(query);
  const [local, setLocal] = useState(unchecked);
  const [asked, setAsked] = useState<Pick<RuleLogic, 'query' | 'schedule'> | null>(null);
  const tried = useQuery({ ...ruleQueries.check(asked ?? { query: '', schedule }), enabled: asked !== null });
  const answer = asked?.query === query ? tried.data : undefined;
  const serviceProblems = answer?.kind === 'refused' ? answer.problems : noProblems;
  const problems = useMemo(() => {
    const found = local.text === query ? local.problems.filter(({ severity }) => severity !== 'information') : [];
    const wrong = found.some(({ severity }) => severity === 'error');
    return wrong ? found : [...toDiagnostics(serviceProblems, query), ...found];
  }, [local, query, serviceProblems]);
  const run = () => {
    const text = editor.current?.text() ?? query;
    if (text.trim() === '') return;
    if (asked?.query === text && tried.isError) void tried.refetch();
    setAsked({ query: text, schedule });
  };
  const complaint = form.complaint('query');
  return (
    <section aria-label="Query">
      <div className="flex flex-wrap items-center gap-2 pb-1.5">
        <h3 className="flex-1 text-muted">Query</h3>
        <Link
          href={huntingPath({ query })}
          prefetch={false}
          className="inline-flex h-7 items-center gap-1.5 rounded px-2 text-muted hover:bg-hover hover:text-ink"
        >
          <Crosshair aria-hidden className="size-3.5" />
          Open in hunting
        </Link>
        <Button icon={Play} disabled={query.trim() === '' || tried.isFetching} onClick={run}>
          {tried.isFetching ? 'Trying …' : 'Try it'}
        </Button>
      </div>
      <div className="overflow-hidden rounded border">
        <div className="h-56">
          <LazyKqlEditor
            handle={editor}
            label="KQL query of the rule. Escape goes on to the schedule, Control+M makes Tab leave the editor."
            initialText={initialText}
            serviceProblems={serviceProblems}
            // Sentinel bounds the time of every run by itself.
            hasTimespan
            onChange={(text) => form.changeLogic({ query: text })}
            onCheck={(found) => setLocal({ ...found, text: editor.current?.text() ?? '' })}
            onRun={run}
            onLeave={onLeave}
          />
        </div>
        <ProblemList
          problems={problems}
          text={query}
          onJump={({ start, length }) => editor.current?.reveal(start, length)}
          onFix={(fixes) => editor.current?.replace(fixes.flatMap((fix) => fix.edits))}
        />
      </div>
      <div role="status" className="min-h-6 pt-1.5">
        {complaint === null ? null : <p className="text-danger">{complaint}</p>}
        {tried.isError && asked?.query === query ? (
          <p className="text-danger">It could not be tried: {tried.error.message}</p>
        ) : null}
        {answer === undefined ? (
          <p className="text-faint text-small">
            Try it over the time of one run. In the rule <code>now()</code> and <code>ago()</code> count from that run.
          </p>
        ) : (
          <Answer check={answer} />
        )}
      </div>
    </section>
  );
}

/** A rule of the workspace in the wizard, from the state that it has now or that somebody left unsaved in this browser. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { Route } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { PlainRule } from '@/components/features/rules/plain-rule';
import { dropDraft, type KeptDraft, keptDraft } from '@/components/features/rules/wizard/kept-draft';
import { RestoredNotice } from '@/components/features/rules/wizard/restored-notice';
import { RuleWizard } from '@/components/features/rules/wizard/rule-wizard';
import { WizardFrame } from '@/components/features/rules/wizard/wizard-frame';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { draftOf, type Rule } from '@/lib/domain/rule/rule';
import { ruleQueries } from '@/lib/queries/rules';
import { tracePath } from '@/lib/routes/paths';

function fromRule(rule: Rule): KeptDraft | null {
  const draft = draftOf(rule);
  return draft === null ? null : { id: rule.id, version: rule.version, base: draft, draft };
}

function Editing({ rule }: { rule: Rule }) {
  const [opened, setOpened] = useState<{ kept: KeptDraft; revision: number } | null>(null);
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const kept = keptDraft(localStorage, rule.id);
    const start = kept ?? fromRule(rule);
    if (start !== null) setOpened({ kept: start, revision: 0 });
    setRestored(kept !== null);
  }, [rule]);
  const open = (kept: KeptDraft) => {
    setRestored(false);
    setOpened((before) => ({ kept, revision: (before?.revision ?? 0) + 1 }));
  };
  return (
    <>
      {restored ? (
        <RestoredNotice
          onDismiss={() => setRestored(false)}
          onDiscard={() => {
            dropDraft(localStorage, rule.id);
            const start = fromRule(rule);
            if (start !== null) open(start);
          }}
        />
      ) : null}
      {opened === null ? (
        <div aria-busy className="min-h-96" />
      ) : (
        <RuleWizard key={opened.revision} opened={opened.kept} onTaken={open} />
      )}
    </>
  );
}

export function EditRule({ id }: { id: string }) {
  const rule = useQuery(ruleQueries.one(id));
  const { data } = rule;
  return (
    <WizardFrame
      title={data === undefined ? 'Rule' : <UntrustedText text={data.title} />}
      aside={
        <Link
          href={tracePath(id)}
          prefetch={false}
          className="inline-flex h-7 items-center gap-1.5 rounded px-2 text-muted hover:bg-hover hover:text-ink"
        >
          <Route aria-hidden className="size-3.5" />
          Trace
        </Link>
      }
    >
      {rule.isError ? (
        <Banner
          tone="error"
          title="The rule could not be read."
          action={
            <Button size="small" onClick={() => void rule.refetch()}>
              Try again
            </Button>
          }
        >
          {rule.error.message}
        </Banner>
      ) : null}
      {rule.isLoading ? (
        <div aria-busy className="flex min-h-96 flex-col gap-4 pt-4">
          <Skeleton className="w-72" />
          <Skeleton className="w-96" />
          <Skeleton className="w-64" />
        </div>
      ) : null}
      {data === undefined ? null : data.logic === null ? <PlainRule rule={data} /> : <Editing rule={data} />}
    </WizardFrame>
  );
}

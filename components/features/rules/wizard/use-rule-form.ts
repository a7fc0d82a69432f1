/** The rule that is being written: its draft, what Sentinel would not take of it, and saving it. */
'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { dropDraft, type KeptDraft, keepDraft } from '@/components/features/rules/wizard/kept-draft';
import { showToast } from '@/components/ui/toast';
import { type DraftProblem, draftProblems, type RuleStep } from '@/lib/domain/rule/draft-problems';
import { draftOf, type Rule, type RuleDraft, type RuleGrouping, type RuleLogic } from '@/lib/domain/rule/rule';
import { useSaveRule } from '@/lib/queries/rules';
import { rulesPath } from '@/lib/routes/paths';

/** Why it was not saved. `overtaken`: the rule as somebody else left it, null when they deleted it. */
export type SaveTrouble =
  | { kind: 'refused'; reason: string }
  | { kind: 'unanswered'; reason: string }
  | { kind: 'overtaken'; rule: Rule | null };

export type RuleForm = {
  kept: KeptDraft;
  draft: RuleDraft;
  isNew: boolean;
  change: (part: Partial<RuleDraft>) => void;
  changeLogic: (part: Partial<RuleLogic>) => void;
  changeGrouping: (part: Partial<RuleGrouping>) => void;
  problems: readonly DraftProblem[];
  /** What to say about a field of a page that was left already. */
  complaint: (field: DraftProblem['field']) => string | null;
  /** The page was left: from then on it says what is wrong. */
  leave: (step: RuleStep) => void;
  saving: boolean;
  trouble: SaveTrouble | null;
  /** `over`: the state that somebody else left, to be replaced. */
  save: (over?: Rule) => void;
  /** Drops one's own changes and goes on from this state. */
  take: (rule: Rule) => void;
};

const nameOf = ({ id, base }: KeptDraft): string => (base === null ? 'new' : id);

export function useRuleForm(opened: KeptDraft, onTaken: (kept: KeptDraft) => void): RuleForm {
  const router = useRouter();
  const [kept, setKept] = useState(opened);
  const [left, setLeft] = useState<ReadonlySet<RuleStep>>(new Set());
  const [trouble, setTrouble] = useState<SaveTrouble | null>(null);
  const { mutate, isPending } = useSaveRule();
  const { draft } = kept;
  const touched = useRef(false);
  useEffect(() => {
    if (touched.current) keepDraft(localStorage, nameOf(kept), kept);
  }, [kept]);
  const problems = useMemo(() => draftProblems(draft), [draft]);

  const edit = (next: (before: RuleDraft) => RuleDraft) => {
    touched.current = true;
    setKept((before) => ({ ...before, draft: next(before.draft) }));
  };
  const changeLogic = (part: Partial<RuleLogic>) =>
    edit((before) => ({ ...before, logic: { ...before.logic, ...part } }));
  const save = (over?: Rule) => {
    const request = { id: kept.id, draft, version: over === undefined ? kept.version : over.version };
    setTrouble(null);
    mutate(request, {
      onError: (error) => setTrouble({ kind: 'unanswered', reason: error.message }),
      onSuccess: (reply) => {
        if (reply.outcome === 'refused') setTrouble({ kind: 'refused', reason: reply.reason });
        else if (reply.outcome === 'overtaken') setTrouble({ kind: 'overtaken', rule: reply.rule });
        else {
          touched.current = false;
          dropDraft(localStorage, nameOf(kept));
          showToast(`Saved “${reply.rule.title}”`);
          router.push(rulesPath(`?${new URLSearchParams({ row: reply.rule.id })}`));
        }
      },
    });
  };

  return {
    kept,
    draft,
    isNew: kept.base === null,
    change: (part) => edit((before) => ({ ...before, ...part })),
    changeLogic,
    changeGrouping: (part) =>
      edit(({ logic, ...before }) => ({ ...before, logic: { ...logic, grouping: { ...logic.grouping, ...part } } })),
    problems,
    complaint: (field) => problems.find((problem) => problem.field === field && left.has(problem.step))?.says ?? null,
    leave: (step) => setLeft((before) => (before.has(step) ? before : new Set([...before, step]))),
    saving: isPending,
    trouble,
    save,
    take: (rule) => {
      const theirs = draftOf(rule);
      if (theirs === null) return;
      touched.current = false;
      dropDraft(localStorage, nameOf(kept));
      onTaken({ id: rule.id, version: rule.version, base: theirs, draft: theirs });
    },
  };
}

/** What an analyst does with the rows of a queue: whom it is upon, and what comes after. The keys and the bar call it. */
'use client';
import { focusRows, stepRow } from '@/components/grid/step-row';
import { type ActCalls, type ActNoun, type SomeChanges, subjectsOf } from '@/components/queue/acts/act-noun';
import { allSelected } from '@/components/queue/acts/all-selected';
import { useActs } from '@/components/queue/acts/use-acts';
import { type SharedField, useEditing } from '@/components/queue/acts/use-editing';
import type { PanePlace } from '@/components/queue/pane/use-pane-place';
import type { Queue } from '@/components/queue/use-queue';
import { announce } from '@/components/ui/announcer';
import { verdictOf } from '@/components/vocabulary/verdict-choice';
import type { Classification } from '@/components/vocabulary/verdict-words';
import type { Assignee } from '@/lib/domain/incident/incident';

const nothing: ReadonlySet<string> = new Set();

export type ActingOptions<Row extends object, Changes> = {
  noun: ActNoun<Row, Changes>;
  calls: ActCalls<Row, Changes>;
  queue: Queue<Row>;
  me: Assignee | undefined;
  place: PanePlace;
};

export function useActing<Row extends object, Changes extends SomeChanges, Own extends string = never>({
  noun,
  calls,
  queue,
  me,
  place,
}: ActingOptions<Row, Changes>) {
  type Field = SharedField | Own;
  const { rows, byKey, current, cursor, selection, setSelection } = queue;
  const acts = useActs(noun, calls);
  const { editing, edit: editRows, stop } = useEditing<Row, Field>(noun.keyOf);

  const targets = (): Row[] => {
    const selected = [...selection].flatMap((key) => byKey.get(key) ?? []);
    return selected.length > 0 ? selected : current === undefined ? [] : [current];
  };
  const withTargets = (act: (rows: readonly Row[]) => void) => {
    const chosen = targets();
    if (chosen.length > 0) act(chosen);
    else announce(`No ${noun.one} is under the cursor`);
  };
  const change = (changes: Changes) => withTargets((chosen) => acts.apply(chosen, changes));
  /** After closing, the next row is what comes next; a selection has been dealt with. */
  const goOn = (done: readonly Row[]) => {
    if (selection.size > 0) setSelection(nothing);
    else if (done.some((row) => noun.keyOf(row) === cursor.get().rowKey)) stepRow('ArrowDown');
  };
  const apply = (chosen: readonly Row[], changes: Changes) => {
    acts.apply(chosen, changes);
    if (changes.status === 'resolved') goOn(chosen);
  };
  const assignToMe = me === undefined ? undefined : () => change(noun.wants({ assignee: me }));
  return {
    noun,
    acts,
    editing,
    edited: editing?.keys.flatMap((key) => byKey.get(key) ?? []) ?? [],
    stop,
    withTargets,
    change,
    apply,
    /** Opens the editor of a field of these rows, else of the selection or the row under the cursor. */
    edit: (field: Field, chosen?: readonly Row[], classification?: Classification) => {
      if (chosen === undefined) withTargets((meant) => editRows(field, meant, classification));
      else editRows(field, chosen, classification);
    },
    resolveAs: (chosen: readonly Row[], classification: Classification) => {
      const verdict = verdictOf(classification, null, '', noun.systemsOf(chosen));
      apply(chosen, noun.wants({ status: 'resolved', verdict }));
    },
    assignToMe,
    /** What keys mean in every queue. */
    keys: {
      assignToMe: () => assignToMe?.(),
      unassign: () => change(noun.wants({ assignee: null })),
      setStatus: (status: 'new' | 'inProgress') => change(noun.wants({ status })),
      undo: acts.undo,
      show: queue.show,
      step: stepRow,
      selectAll: () => setSelection(allSelected(rows ?? [], noun.keyOf, selection)),
      togglePane: () => place.setOpen(!place.open),
      leave: () => {
        if (current !== undefined && place.open) place.setOpen(false);
        else if (selection.size > 0) setSelection(nothing);
        else cursor.set({ rowKey: null, columnId: null });
        focusRows();
      },
    },
    about: () => {
      const chosen = targets();
      return chosen.length === 0 ? null : subjectsOf(noun, chosen);
    },
  };
}

export type Acting<Row extends object, Changes extends SomeChanges, Own extends string = never> = ReturnType<
  typeof useActing<Row, Changes, Own>
>;

/** Menus, dialogs and the list of what did not work: drawn once for a queue, below its rows. */
'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useMemo } from 'react';
import { focusRows } from '@/components/grid/step-row';
import { type SomeChanges, subjectsOf } from '@/components/queue/acts/act-noun';
import { laterNews, storedRows } from '@/components/queue/acts/batch';
import { assigneesOf, sharedAssignee, sharedValue } from '@/components/queue/acts/shared-values';
import type { Acting } from '@/components/queue/acts/use-acting';
import type { Editing, SharedField } from '@/components/queue/acts/use-editing';
import { patiently } from '@/components/ui/patiently';

// No editor, question or list is there at the first look.
const FieldEditor = dynamic(
  () => patiently(() => import('@/components/queue/acts/field-editor')).then((file) => file.FieldEditor),
  {
    ssr: false,
  },
);
const OvertakenDialog = dynamic(
  () => patiently(() => import('@/components/vocabulary/overtaken-dialog')).then((file) => file.OvertakenDialog),
  { ssr: false },
);
const ResultPanel = dynamic(
  () => patiently(() => import('@/components/queue/acts/result-panel')).then((file) => file.ResultPanel),
  {
    ssr: false,
  },
);

type SharedEditing = Editing<'status' | 'assignee' | 'comment'>;

function isShared(editing: Editing<string>): editing is SharedEditing {
  return ['status', 'assignee', 'comment'].includes(editing.field);
}

type OutletProps<Row extends object, Changes extends SomeChanges, Own extends string> = {
  acting: Acting<Row, Changes, Own>;
  /** Every row that is known: what was changed may have left the filter. */
  all: readonly Row[];
  /** The editor of a field that only this queue has, and of resolving, which each does in its own way. */
  ownEditor: (editing: Editing<SharedField | Own>, rows: readonly Row[]) => ReactNode;
};

/** Whether something was refused is told of every row that was changed, shown by the filter or not. */
function Results<Row extends object, Changes extends SomeChanges, Own extends string>({
  acting: { acts, noun },
  all,
}: OutletProps<Row, Changes, Own>) {
  const { batch } = acts;
  const later = useMemo(
    () => (batch === null ? null : laterNews(noun, storedRows(batch, all, noun.keyOf))),
    [batch, all, noun],
  );
  if (batch === null || later === null) return null;
  const rows = [...batch.rows, ...later.refused];
  if (rows.length === 0) return null;
  return (
    <ResultPanel
      what={batch.what}
      total={batch.total}
      rows={rows}
      pending={later.pending}
      onAgain={(keys, overwrite) =>
        acts.again(
          rows.filter(({ key }) => keys.has(key)),
          overwrite,
        )
      }
      onClose={acts.closeBatch}
    />
  );
}

function SharedEditor<Row extends object, Changes extends SomeChanges, Own extends string>({
  acting,
  all,
  editing,
}: OutletProps<Row, Changes, Own> & { editing: SharedEditing }) {
  const { noun, acts, edited, stop } = acting;
  const [first] = edited;
  const others = useMemo(
    () => (editing.field === 'assignee' ? assigneesOf(all, noun.assigneeOf) : []),
    [editing.field, all, noun],
  );
  if (first === undefined) return null;
  const can = { changeStatus: noun.can.changeStatus(first), assign: noun.can.assign(first) };
  return (
    <FieldEditor
      editing={editing}
      subject={subjectsOf(noun, edited)}
      status={sharedValue(edited, noun.statusOf)}
      assignee={sharedAssignee(edited.map(noun.assigneeOf))}
      others={others}
      noteHint={noun.noteHint(edited.length)}
      can={edited.length === 1 ? can : null}
      onChange={(wanted) => {
        stop();
        acting.apply(edited, noun.wants(wanted));
      }}
      onNote={(text) => acts.note(edited, text)}
      onResolve={() => acting.edit('resolve', edited)}
      onStop={stop}
      onClosed={focusRows}
    />
  );
}

export function ActsOutlet<Row extends object, Changes extends SomeChanges, Own extends string = never>(
  props: OutletProps<Row, Changes, Own>,
) {
  const { acting, ownEditor } = props;
  const { acts, editing, edited, noun } = acting;
  const { question } = acts;
  return (
    <>
      <Results {...props} />
      {editing === null || edited.length === 0 ? null : isShared(editing) ? (
        <SharedEditor {...props} editing={editing} />
      ) : (
        ownEditor(editing, edited)
      )}
      {question === null ? null : (
        <OvertakenDialog
          subject={noun.subjectOf(question.step.row)}
          fields={question.fields}
          onKeep={acts.keepTheirs}
          onOverwrite={acts.overwrite}
        />
      )}
    </>
  );
}

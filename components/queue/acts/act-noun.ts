/**
 * What acting upon rows has to know of them: how one is called, what stands in the way of a change, and how the console
 * is asked. With it incidents, alerts and whatever comes third are changed, commented and taken back by the same code.
 */
import type { UndoStack } from '@/components/queue/acts/undo-stack';
import type { Overtaken } from '@/lib/domain/incident/act';
import type { Capability } from '@/lib/domain/incident/capabilities';
import type { Assignee, FieldSync, IncidentStatus, Verdict } from '@/lib/domain/incident/incident';
import type { System } from '@/lib/domain/source/source';

/** What every noun can be asked for; a noun of its own may know more changes. Absent means untouched. */
export type Wanted = {
  status?: 'new' | 'inProgress' | 'resolved';
  assignee?: Assignee | null;
  verdict?: Verdict;
};

/** Changes tell at least whether they close the row. */
export type SomeChanges = { status?: string };

/** One row and what is wanted of it. */
export type Step<Row, Changes> = { row: Row; changes: Changes };

/** What the console made of one step, before anything is sent to Microsoft. */
export type ActResult<Row> =
  | { outcome: 'stored'; commandId: string; row: Row }
  /** Somebody else was quicker, nothing was stored. */
  | { outcome: 'overtaken'; commandId: string; row: Row; fields: readonly Overtaken[] }
  | { outcome: 'refused'; commandId: string; reason: string }
  /** The console was not reached: it waits in this browser and is sent when it answers again. */
  | { outcome: 'waiting'; commandId: string };

/** What became of a comment. */
export type NoteResult = { outcome: 'stored' | 'waiting' } | { outcome: 'refused'; reason: string };

/** The console's side. A call that throws has stored nothing. */
export type ActCalls<Row, Changes> = {
  /** An answer for each step, in their order. */
  change: (steps: readonly Step<Row, Changes>[], overwrite: boolean) => Promise<readonly ActResult<Row>[]>;
  undo: (commandIds: readonly string[]) => Promise<readonly ActResult<Row>[]>;
  /** Refused commands once more. */
  retry: (commandIds: readonly string[]) => Promise<unknown>;
  note: (row: Row, text: string) => Promise<NoteResult>;
};

export type ActNoun<Row, Changes> = {
  /** `incident`, `incidents`. */
  one: string;
  many: string;
  keyOf: (row: Row) => string;
  /** As short as it can be told: `#12345`. */
  nameOf: (row: Row) => string;
  /** With its title: `#12345 Multi-stage attack`. */
  subjectOf: (row: Row) => string;
  /** Where the row can be looked at though it has left the filter. */
  pathOf: (row: Row) => string;
  statusOf: (row: Row) => IncidentStatus | null;
  assigneeOf: (row: Row) => Assignee | null;
  /** The systems that would have to show a change of these rows. */
  systemsOf: (rows: readonly Row[]) => readonly System[];
  /** How far the changes of the row have come, field by field. */
  syncsOf: (row: Row) => readonly FieldSync[];
  wants: (wanted: Wanted) => Changes;
  /** `resolved as false positive`, `assigned to Maya Chen`: what a change does, after the row's name. */
  changeWords: (changes: Changes) => string;
  /** The first rule that stands in the way of a change, in words; null when there is none. */
  obstacle: (row: Row, changes: Changes) => string | null;
  noteObstacle: (row: Row) => string | null;
  can: { changeStatus: (row: Row) => Capability; assign: (row: Row) => Capability };
  /** Where a comment upon so many rows goes. */
  noteHint: (count: number) => string;
  /** What was done in this tab. It outlives the queue's page. */
  undoStack: UndoStack;
};

/** One by its name, several by their number: `#12345`, `3 incidents`. */
export function namesOf<Row, Changes>(noun: ActNoun<Row, Changes>, rows: readonly Row[]): string {
  const [first] = rows;
  return rows.length === 1 && first !== undefined ? noun.nameOf(first) : `${rows.length} ${noun.many}`;
}

/** The same with the title: `#12345 Multi-stage attack`, `3 incidents`. */
export function subjectsOf<Row, Changes>(noun: ActNoun<Row, Changes>, rows: readonly Row[]): string {
  const [first] = rows;
  return rows.length === 1 && first !== undefined ? noun.subjectOf(first) : namesOf(noun, rows);
}

/** A queue as far as it never changes: its words, addresses, columns and acts. With the rows it is all that a page needs. */

import type { GridColumn } from '@/components/grid/grid-column';
import type { StandingView } from '@/components/queue/use-queue-address';
import type { Loader } from '@/components/ui/use-load-ahead';
import type { ViewNoun } from '@/lib/domain/queue/saved-view';
import type { QueueQuestion, queueAddress } from '@/lib/routes/queue-search';

/** A button over the rows while some are selected. */
export type SelectionAct<Field extends string> = { field: Field; words: string; keys: string };

export type QueueKind<Row, Field extends string> = {
  /** The page's heading, and what the rows' table is called. */
  title: string;
  viewNoun: ViewNoun;
  address: ReturnType<typeof queueAddress>;
  /** What the queue asks for without a view, and what it is called then. */
  start: QueueQuestion;
  startName: string;
  /** Views that come with the console. */
  standing: readonly StandingView[];
  columns: readonly GridColumn<Row>[];
  /** The row on a phone. */
  card: GridColumn<Row>;
  cardHeightPx: number;
  /** Fields that always have a chip. */
  chips: readonly string[];
  /** Fields whose cells are buttons (`data-edit`). */
  editable: readonly Field[];
  /** What can be done to selected rows; assigning to oneself stands behind the first of them that assigns. */
  selectionActs: readonly SelectionAct<Field>[];
  /** What only this queue shows later: its editors, its pane. */
  ahead?: readonly Loader[];
  /** What to say when there are no rows at all. */
  none: string;
  /** The split beside the rows, as the browser remembers it and as a screen reader calls it. */
  pane: { id: string; label: string };
  /** Whether the tracer judges by this queue's filter. */
  judgedByTracer: boolean;
};

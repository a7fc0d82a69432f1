/**
 * What became of acts that were asked for together: which rows were stored, which were not and why, and which of the
 * stored ones Microsoft refused later. Pure; the panel draws it.
 */
import type { ActNoun, ActResult, Step } from '@/components/queue/acts/act-noun';
import type { Overtaken } from '@/lib/domain/incident/act';

export type BatchRow<Row, Changes> = {
  key: string;
  /** `#12345`. */
  name: string;
  path: string;
  /**
   * - refused: the console or Microsoft said no
   * - overtaken: somebody else was quicker, nothing was stored
   */
  state: 'refused' | 'overtaken';
  reason: string;
  fields: readonly Overtaken[];
  /** What was wanted; null when asking again makes no sense. */
  step: Step<Row, Changes> | null;
  /** A command that Microsoft refused and that may be sent again. */
  retryId: string | null;
};

export type Batch<Row, Changes> = {
  /** `12 incidents resolved`. */
  what: string;
  total: number;
  rows: readonly BatchRow<Row, Changes>[];
  /** Command by row, of those that were stored or wait for the connection. */
  stored: ReadonlyMap<string, string>;
};

/** A rule stood in the way before anything was sent, or the console knew better. */
export function refusedRow<Row, Changes>(
  noun: ActNoun<Row, Changes>,
  row: Row,
  reason: string,
): BatchRow<Row, Changes> {
  const [key, name, path] = [noun.keyOf(row), noun.nameOf(row), noun.pathOf(row)];
  return { key, name, path, state: 'refused', reason, fields: [], step: null, retryId: null };
}

/** What may be sent, and what a rule keeps from being sent at all. */
export function permitted<Row, Changes>(noun: ActNoun<Row, Changes>, wanted: readonly Step<Row, Changes>[]) {
  const steps: Step<Row, Changes>[] = [];
  const refused: BatchRow<Row, Changes>[] = [];
  for (const step of wanted) {
    const reason = noun.obstacle(step.row, step.changes);
    if (reason === null) steps.push(step);
    else refused.push(refusedRow(noun, step.row, reason));
  }
  return { steps, refused };
}

/** Null for what was stored, or will be. */
export function rowOf<Row, Changes>(
  noun: ActNoun<Row, Changes>,
  step: Step<Row, Changes>,
  result: ActResult<Row>,
): BatchRow<Row, Changes> | null {
  switch (result.outcome) {
    case 'stored':
    case 'waiting':
      return null;
    case 'refused':
      return refusedRow(noun, step.row, result.reason);
    case 'overtaken':
      return {
        ...refusedRow(noun, step.row, 'Somebody was quicker'),
        state: 'overtaken',
        fields: result.fields,
        step: { row: result.row, changes: step.changes },
      };
  }
}

/** The stored rows as they are now, whether or not they are still shown by the filter. */
export function storedRows<Row, Changes>(
  batch: Batch<Row, Changes>,
  all: readonly Row[],
  keyOf: (row: Row) => string,
): { row: Row; commandId: string }[] {
  return all.flatMap((row) => {
    const commandId = batch.stored.get(keyOf(row));
    return commandId === undefined ? [] : [{ row, commandId }];
  });
}

/** What Microsoft refused after the console had stored it, and how many are still on their way. */
export function laterNews<Row, Changes>(
  noun: ActNoun<Row, Changes>,
  stored: readonly { row: Row; commandId: string }[],
): { refused: BatchRow<Row, Changes>[]; pending: number } {
  const refused: BatchRow<Row, Changes>[] = [];
  let pending = 0;
  for (const { row, commandId } of stored) {
    const marks = noun.syncsOf(row).filter((sync) => sync.commandId === commandId);
    const no = marks.find(({ state }) => state === 'refused');
    if (no !== undefined) {
      const retryId = no.retryable === true ? commandId : null;
      refused.push({ ...refusedRow(noun, row, no.reason ?? 'No reason was given'), retryId });
    } else if (marks.some(({ state }) => state === 'pending')) pending += 1;
  }
  return { refused, pending };
}

/** The batch after some of its rows were tried again. */
export function afterRetry<Row, Changes>(
  batch: Batch<Row, Changes>,
  tried: ReadonlySet<string>,
  again: Pick<Batch<Row, Changes>, 'rows' | 'stored'>,
): Batch<Row, Changes> {
  return {
    ...batch,
    rows: [...batch.rows.filter(({ key }) => !tried.has(key)), ...again.rows],
    stored: new Map([...batch.stored, ...again.stored]),
  };
}

/**
 * One SELECT under construction. Operators add to it while SQL's order of evaluation allows; what does not fit wraps it
 * into a subquery. Consecutive filters on a table thus end up in one WHERE beside the table, where DuckDB can use them.
 */
import type { Column } from '../ir';
import { quoteId } from './quote';

export type OrderKey = { readonly id: string; readonly descending: boolean; readonly nullsFirst: boolean };

export type Block = {
  /** What follows FROM, '' for a row out of nothing. */
  readonly from: string;
  /** SQL of every column that can be read, hidden sort columns included, by column id. */
  readonly columns: ReadonlyMap<string, string>;
  readonly where: readonly string[];
  readonly order: readonly OrderKey[];
  readonly groupBy?: string;
  readonly distinctOn?: string;
  readonly limit?: string;
  /** True once nothing may be merged into this SELECT any more. */
  readonly sealed: boolean;
};

export const idsOf = (columns: readonly Column[]): string[] => columns.map((column) => column.id);

/** `shown` first, in their order, then the columns that only the order needs. */
export function selectText(block: Block, shown: readonly string[]): string {
  const hidden = block.order.map((key) => key.id).filter((id) => !shown.includes(id));
  const list = [...new Set([...shown, ...hidden])].map((id) => `${sqlOf(block, id)} AS ${quoteId(id)}`);
  const clauses = [
    `SELECT ${block.distinctOn ? `DISTINCT ON (${block.distinctOn}) ` : ''}${list.join(', ') || '1'}`,
    block.from && `FROM ${block.from}`,
    block.where.length > 0 && `WHERE ${block.where.join(' AND ')}`,
    block.groupBy && `GROUP BY ${block.groupBy}`,
    block.limit !== undefined && block.order.length > 0 && orderText(block, (id) => sqlOf(block, id)),
    block.limit !== undefined && `LIMIT ${block.limit}`,
  ];
  return clauses.filter(Boolean).join('\n');
}

export function sqlOf(block: Block, id: string): string {
  const sql = block.columns.get(id);
  if (sql === undefined) throw new Error(`The plan has lost the column ${id}`);
  return sql;
}

export function orderText(block: Block, column: (id: string) => string): string {
  if (block.order.length === 0) return '';
  const keys = block.order.flatMap(({ id, descending, nullsFirst }) => {
    const sql = column(id);
    return isLiteral(sql) ? [] : [`${sql} ${descending ? 'DESC' : 'ASC'} NULLS ${nullsFirst ? 'FIRST' : 'LAST'}`];
  });
  return keys.length > 0 ? `ORDER BY ${keys.join(', ')}` : '';
}

/** A constant orders nothing in Kusto; in SQL, `ORDER BY 2` would mean the second column. */
const isLiteral = (sql: string): boolean =>
  /^\(*(?:-?[\d.]+(?:e[+-]?\d+)?|'(?:[^']|'')*'|NULL|TRUE|FALSE)\)*$/i.test(sql);

/** The block as a subquery whose columns are read by their ids; constants need not be carried through it. */
export function wrapped(block: Block, columns: readonly Column[], alias: string, carryAll = false): Block {
  const ordering = new Set(block.order.map((key) => key.id));
  const all = [...new Set([...idsOf(columns), ...ordering])];
  const constants = new Set(all.filter((id) => !carryAll && !ordering.has(id) && isConstant(block.columns.get(id))));
  const carried = all.filter((id) => !constants.has(id));
  return {
    from: `(${selectText(block, carried)}) AS ${alias}`,
    columns: new Map(all.map((id) => [id, constants.has(id) ? sqlOf(block, id) : quoteId(id)])),
    where: [],
    order: block.order,
    sealed: false,
  };
}

const plainColumn = /^"(?:[^"]|"")+"$/;
const constant = /^(?:''|CAST\(NULL AS \w+\))$/;

/** What a table's column is when no row has ever filled it. */
const isConstant = (sql: string | undefined): boolean => sql !== undefined && constant.test(sql);

/** Whether every column these ids name is a plain column, so that reading it in WHERE repeats no work. */
export const arePlain = (block: Block, ids: Iterable<string>): boolean =>
  [...ids].every((id) => plainColumn.test(block.columns.get(id) ?? '') || isConstant(block.columns.get(id)));

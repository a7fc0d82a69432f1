/**
 * A stage inside the statement: each input becomes one JSON text, an array of rows in their order; the stage gives such a
 * text back, and that is unnested into typed columns. Numbers and times travel as text, so that no digit is lost.
 */
import type { Column, Rows, ScalarType } from '../ir';
import { stages } from '../stages/registry';
import type { StageCall } from '../stages/run-stage';
import { type Block, orderText, sqlOf } from './block';
import { coerce } from './coerce';
import type { PrintState } from './context';
import { alias, open, type RowsOf } from './op';
import { quoteText, sqlTypes } from './quote';
import { printRows } from './rows';

/** What one input may weigh as JSON; the texts of V8 end at 512 MB. */
const mostBytes = 150_000_000;

export function printStage(rows: RowsOf<'stage'>, state: PrintState): Block {
  const raw = stages.get(rows.stage)?.dynamicAsText ?? false;
  const call: StageCall = {
    stage: rows.stage,
    settings: rows.settings,
    inputs: rows.inputs.map((input) => plain(input.columns, raw)),
    output: plain(rows.columns, raw),
  };
  const inputs = rows.inputs.map((input) => `(${inputText(input, raw, state)})`);
  const result = `k_js(${["'stage'", quoteText(JSON.stringify(call)), ...inputs].join(', ')})`;
  const cells = alias(state);
  const place = `${cells}~place`;
  const columns = rows.columns.map((column, index): [string, string] => [
    column.id,
    typed(`${cells}.cells[${index + 1}]`, typeWithin(column.type, raw)),
  ]);
  return {
    from: `(SELECT unnest(list) AS cells, generate_subscripts(list, 1) AS place FROM (SELECT from_json(${result}, '[["VARCHAR"]]') AS list)) AS ${cells}`,
    columns: new Map([...columns, [place, `${cells}.place`]]),
    where: [],
    order: [{ id: place, descending: false, nullsFirst: false }],
    sealed: true,
  };
}

const plain = (columns: readonly Column[], raw: boolean) =>
  columns.map(({ name, type }) => ({ name, type: typeWithin(type, raw) }));

/** A stage that only passes values on keeps a decimal as the text the database has for it, with all of its digits. */
const typeWithin = (type: ScalarType, raw: boolean): ScalarType => (raw && type === 'decimal' ? 'guid' : type);

function typed(cell: string, type: ScalarType): string {
  if (type === 'string') return `coalesce(${cell}, '')`;
  if (type === 'decimal') return `CASE WHEN ${cell} IS NOT NULL THEN ${coerce(cell, 'string', 'decimal')} END`;
  return sqlTypes[type] === 'VARCHAR' ? cell : `CAST(${cell} AS ${sqlTypes[type]})`;
}

function inputText(input: Rows, raw: boolean, state: PrintState): string {
  const block = open(printRows(input, state), input, state);
  const order = orderText(block, (id) => sqlOf(block, id));
  const cells = input.columns.map((column) => jsonCell(sqlOf(block, column.id), typeWithin(column.type, raw), raw));
  const row = `'[' || ${cells.join(` || ',' || `) || "''"} || ']'`;
  const from = block.from && ` FROM ${block.from}`;
  const where = block.where.length > 0 ? ` WHERE ${block.where.join(' AND ')}` : '';
  const text = `SELECT string_agg(${row}, ','${order && ` ${order}`}) AS rows${from}${where}`;
  return `SELECT k_stage_rows(rows, ${mostBytes}) FROM (${text})`;
}

function jsonCell(sql: string, type: ScalarType, raw: boolean): string {
  switch (type) {
    case 'decimal':
      return jsonCell(coerce(sql, 'decimal', 'real'), 'real', raw);
    case 'bool':
      return `coalesce(CAST(${sql} AS VARCHAR), 'null')`;
    case 'dynamic':
      return raw ? `coalesce(CAST(to_json(${sql}) AS VARCHAR), 'null')` : `coalesce(${sql}, 'null')`;
    case 'string':
    case 'guid':
      return `coalesce(CAST(to_json(${sql}) AS VARCHAR), 'null')`;
    default:
      return `coalesce('"' || CAST(${sql} AS VARCHAR) || '"', 'null')`;
  }
}

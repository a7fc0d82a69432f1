/** The answer of the Log Analytics query API as a result table. A partial answer is a 200 with an error beside the rows. */
import { decodeCell } from '@/lib/domain/hunting/cell';
import { kqlTypeOf } from '@/lib/domain/hunting/from-graph';
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import type { LogsErrorBody } from '@/lib/wire/log-analytics/error';
import type { LogsQueryReply } from '@/lib/wire/log-analytics/query';

function innermost(error: LogsErrorBody): LogsErrorBody {
  return error.innererror ? innermost(error.innererror) : error;
}

function renderOf(reply: LogsQueryReply): ResultTable['render'] {
  const visualization = reply.render?.visualization;
  if (!visualization) return null;
  return {
    visualization,
    title: reply.render?.title || null,
    xColumn: reply.render?.xColumn || null,
    series: reply.render?.series ?? null,
  };
}

/** `tookMs`: wall time of the call. */
export function tableFromLogAnalytics(reply: LogsQueryReply, tookMs: number): ResultTable {
  const primary = reply.tables.find((table) => table.name === 'PrimaryResult') ?? reply.tables[0];
  const columns = (primary?.columns ?? []).map(({ name, type }) => ({ name, type: kqlTypeOf(type) }));
  return {
    api: 'logAnalytics',
    columns,
    rows: (primary?.rows ?? []).map((row) => columns.map(({ type }, index) => decodeCell(row[index], type))),
    status: reply.error ? 'partial' : 'complete',
    notice: reply.error ? innermost(reply.error).message : null,
    render: renderOf(reply),
    tookMs,
  };
}

/** Rows of the workspace's logs as objects, for the hub's own questions. What can't be read says why, and hides nothing else. */
import type { Api } from '@/lib/api/api';
import { tableFromLogAnalytics } from '@/lib/domain/hunting/from-log-analytics';
import type { Cell } from '@/lib/domain/hunting/result-table';
import type { Unread } from '@/lib/domain/trace/rule-steps';
import { reasonOf } from '@/lib/hub/mirror/source-health';

/** Cells by column, null where a row has none. */
export type LogRecord = Readonly<Record<string, Cell>>;

/** `timespan` is ISO 8601. Never rejects. */
export async function logRows(api: Api, query: string, timespan: string): Promise<LogRecord[] | Unread> {
  try {
    const outcome = await api.logAnalytics.query.run({ query, timespan });
    if (outcome.status === 'failure') return { unread: outcome.error.message };
    const { columns, rows } = tableFromLogAnalytics(outcome.reply, 0);
    return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
  } catch (error) {
    return { unread: reasonOf(error) };
  }
}

/** Null for an empty text and for whatever is no text. */
export const textOf = (value: Cell | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Null for whatever is no number, a long beyond 2^53 among it. */
export const numberOf = (value: Cell | undefined): number | null => (typeof value === 'number' ? value : null);

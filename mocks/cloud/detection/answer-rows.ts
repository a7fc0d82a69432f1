/** A query's answer as rows with names, which is how rules speak of columns. */
import type { RunResult } from '@/mocks/kql/run/contract';

export type AnswerRow = Readonly<Record<string, unknown>>;

export const answerRows = (answer: Extract<RunResult, { ok: true }>): AnswerRow[] =>
  answer.rows.map((cells) => Object.fromEntries(answer.columns.map(({ name }, index) => [name, cells[index]])));

/** A cell as text: what placeholders and entities are filled with. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

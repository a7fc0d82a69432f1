/** The grid's columns, made from an answer: width by what is in them, alignment by type. */
import type { GridColumn } from '@/components/grid/grid-column';
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import { visibleText } from '@/lib/domain/text/visible';
import { cellText, exactText, isNumeric, type Zone } from './cell-text';
import { ResultCell } from './result-cell';
import type { ResultRow } from './result-rows';

const characterPx = { sans: 7, mono: 7.4 };
const paddingPx = 28;
const sampledRows = 200;
const narrowestPx = 72;
const widestPx = 380;

export function resultColumns({ columns, rows }: ResultTable, zone: Zone): GridColumn<ResultRow>[] {
  const sample = rows.slice(0, sampledRows);
  return columns.map(({ name, type }, at) => {
    const mono = type === 'guid' || type === 'dynamic' || type === 'timespan';
    const longest = sample.reduce(
      (most, row) => Math.max(most, cellText(row[at] ?? null, type, zone).length),
      name.length + 2,
    );
    const wanted = longest * (mono ? characterPx.mono : characterPx.sans) + paddingPx;
    return {
      id: name,
      header: visibleText(name),
      width: Math.round(Math.min(widestPx, Math.max(narrowestPx, wanted))),
      grow: at === columns.length - 1 && !isNumeric(type),
      align: isNumeric(type) ? 'end' : 'start',
      mono,
      sortable: true,
      hint: `${visibleText(name)}: ${type}`,
      cell: ({ cells }) => <ResultCell value={cells[at] ?? null} type={type} zone={zone} />,
      text: ({ cells }) => exactText(cells[at] ?? null),
    };
  });
}

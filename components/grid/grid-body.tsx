/** The lines near the screen. */
'use client';
import { useMemo } from 'react';
import { DetailRow } from '@/components/grid/detail-row';
import type { GridColumn } from '@/components/grid/grid-column';
import type { GridCursor } from '@/components/grid/grid-cursor';
import type { GridExpansion } from '@/components/grid/grid-expansion';
import type { GridLine, GridRowLine } from '@/components/grid/grid-line';
import { GridRow } from '@/components/grid/grid-row';
import { GroupRow } from '@/components/grid/group-row';
import type { LinePlaces } from '@/components/grid/line-places';
import type { RowWindow } from '@/components/grid/row-window';
import { useRowSlots } from '@/components/grid/use-row-slots';

export type GridBodyProps<Row> = {
  lines: readonly GridLine<Row>[];
  places: LinePlaces;
  near: RowWindow;
  columns: readonly GridColumn<Row>[];
  pinned: number;
  cursor: GridCursor;
  gridId: string;
  tree: boolean;
  selection: ReadonlySet<string> | undefined;
  selectable: boolean;
  expansion: GridExpansion<Row> | undefined;
};

/** A row, and what is open beneath it. Elements and no component of their own: they are made anew in each frame of a scroll. */
function rowElements<Row>(body: GridBodyProps<Row>, line: GridRowLine<Row>, at: number, slot: number | undefined) {
  const { places, columns, expansion, tree } = body;
  const ariaIndex = at + places.tallBefore(at);
  const open = expansion === undefined ? undefined : expansion.open.has(line.key);
  const level = tree ? line.level : undefined;
  const row = (
    <GridRow
      key={slot}
      row={line.row}
      rowKey={line.key}
      ariaIndex={ariaIndex}
      columns={columns}
      pinned={body.pinned}
      cursor={body.cursor}
      gridId={body.gridId}
      selected={body.selection?.has(line.key) === true}
      selectable={body.selectable}
      level={level}
      open={open}
    />
  );
  if (open !== true || expansion === undefined) return row;
  return [
    row,
    // Never another row's: what is beneath has a state of its own.
    <DetailRow
      key={`beneath ${line.key}`}
      ariaIndex={ariaIndex + 1}
      heightPx={expansion.heightOf(line.row)}
      columns={columns.length}
      level={level === undefined ? undefined : level + 1}
      label={expansion.label(line.row)}
    >
      {expansion.render(line.row)}
    </DetailRow>,
  ];
}

function selectedIn(keys: readonly string[], selection: ReadonlySet<string> | undefined): number {
  if (selection === undefined || selection.size === 0) return 0;
  return keys.reduce((sum, key) => sum + (selection.has(key) ? 1 : 0), 0);
}

export function GridBody<Row>(body: GridBodyProps<Row>) {
  const { lines, places, near } = body;
  const drawn = useMemo(() => lines.slice(near.start, near.end), [lines, near]);
  const slots = useRowSlots(lines, drawn);
  return (
    <tbody className="block" style={{ height: places.totalPx, paddingTop: places.topOf(near.start) }}>
      {drawn.flatMap((line, offset) => {
        const at = near.start + offset;
        return line.kind === 'row' ? (
          rowElements(body, line, at, slots.get(line.key))
        ) : (
          <GroupRow
            key={line.key}
            line={line}
            ariaIndex={at + places.tallBefore(at)}
            cursor={body.cursor}
            gridId={body.gridId}
            columns={body.columns.length}
            selected={selectedIn(line.rowKeys(), body.selection)}
          />
        );
      })}
    </tbody>
  );
}

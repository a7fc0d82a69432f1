'use client';
/** One row of the schema: a world, a group, a table with its world, or a column with its type. */
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import type { HuntingTable } from '@/lib/domain/hunting/hunting-schema';
import type { SchemaRow } from './schema-tree';

export const schemaRowId = (row: SchemaRow) => `schema-${row.id.replace(/[^\w-]/gu, '_')}`;

type Props = { row: SchemaRow; top: number; height: number; atCursor: boolean; search: string };

/** Which worlds know the table. Sentinel's own need no mark: they stand under Sentinel. */
function worldMark({ world, inWorkspace }: HuntingTable): { mark: string; means: string } | null {
  if (world === 'sentinel') return null;
  return world === 'both' && inWorkspace !== false
    ? { mark: 'D+S', means: 'Defender, and streamed to the workspace' }
    : { mark: 'D', means: 'Defender advanced hunting only' };
}

/** A table of the workspace alone that the workspace does not have: a query over it finds nothing to read. */
const isAbsent = ({ world, inWorkspace }: HuntingTable) => world === 'sentinel' && inWorkspace === false;

function Found({ label, search }: { label: string; search: string }) {
  const wanted = search.trim().toLowerCase();
  const at = wanted === '' ? -1 : label.toLowerCase().indexOf(wanted);
  if (at < 0) return label;
  return (
    <>
      {label.slice(0, at)}
      <mark className="bg-transparent font-semibold text-accent">{label.slice(at, at + wanted.length)}</mark>
      {label.slice(at + wanted.length)}
    </>
  );
}

function Trailing({ row }: { row: SchemaRow }) {
  if (row.kind === 'world' || row.kind === 'group') return <span className="text-muted">{row.count}</span>;
  if (row.kind === 'table') {
    const world = worldMark(row.table);
    return (
      <>
        {isAbsent(row.table) ? (
          <span className="text-muted" title="The workspace does not list this table">
            not connected
          </span>
        ) : null}
        {world === null ? null : (
          <span className="text-muted" title={world.means}>
            {world.mark}
          </span>
        )}
      </>
    );
  }
  return (
    <>
      {row.column.published ? null : (
        <span className="text-warning" title="Not in Microsoft’s published schema of this table">
          unpublished
        </span>
      )}
      <span className="text-muted">{row.column.type}</span>
    </>
  );
}

/** The tree takes clicks and keys and names its current row by aria-activedescendant. */
export function SchemaTreeRow({ row, top, height, atCursor, search }: Props) {
  const branch = row.kind !== 'column';
  const muted = row.kind === 'table' && isAbsent(row.table);
  return (
    <div
      id={schemaRowId(row)}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-selected={atCursor}
      {...(branch ? { 'aria-expanded': row.open } : {})}
      className={clsx(
        'absolute inset-x-0 flex cursor-default items-center gap-1 pr-3 outline-none select-none hover:bg-hover',
        atCursor && 'group-focus-visible/tree:bg-selected',
        row.kind === 'world' && 'font-medium',
        muted && 'text-muted',
      )}
      style={{ top, height, paddingLeft: 4 + (row.level - 1) * 12 }}
      title={row.kind === 'table' || row.kind === 'column' ? `${row.label}: double-click or Enter inserts` : undefined}
    >
      {branch ? (
        <ChevronRight aria-hidden className={clsx('size-3.5 shrink-0 text-muted', row.open && 'rotate-90')} />
      ) : (
        <span className="w-3.5 shrink-0" />
      )}
      <span className={clsx('min-w-0 flex-1 truncate', !branch && 'font-mono text-small')}>
        <Found label={row.label} search={search} />
      </span>
      <span className="flex shrink-0 items-center gap-2 text-small">
        <Trailing row={row} />
      </span>
    </div>
  );
}

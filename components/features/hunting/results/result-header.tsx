'use client';
/** What was answered, by whom, how fast and whether that is all; and what can be done with all of it. */
import { Download, PanelRight, Search } from 'lucide-react';
import { ColumnsMenu } from '@/components/grid/columns-menu';
import type { ColumnLayout } from '@/components/grid/use-column-layout';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuLine, MenuOption } from '@/components/ui/menu';
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import { apiName } from '../query/routing-words';
import { saveFile, toCsv, toJson, toTabbed } from './export';
import type { ResultRow } from './result-rows';
import { countWords, tookWords } from './run-words';

type Props = {
  table: ResultTable;
  /** The rows as they are sorted now: what is exported. */
  rows: readonly ResultRow[];
  layout: ColumnLayout<ResultRow>;
  inspecting: boolean;
  onFind: () => void;
  onInspect: () => void;
};

export function ResultHeader({ table, rows, layout, inspecting, onFind, onInspect }: Props) {
  const shown = () => ({ columns: table.columns, rows: rows.map(({ cells }) => [...cells]) });
  return (
    <div className="flex min-h-8 shrink-0 items-center gap-3 border-b pr-2 pl-4">
      <p className="flex min-w-0 flex-1 items-center gap-2 whitespace-nowrap">
        <strong className="font-medium">{countWords(rows.length, 'row')}</strong>
        {table.status === 'partial' ? <Badge tone="warning">not all</Badge> : null}
        <span className="truncate text-muted">
          {apiName[table.api]} answered in {tookWords(table.tookMs)}
        </span>
      </p>
      <IconButton label="Find in results" keys="Ctrl F" icon={Search} onClick={onFind} />
      <ColumnsMenu layout={layout} />
      <Menu
        label="Export"
        align="end"
        trigger={
          <Button tone="quiet" icon={Download} disabled={rows.length === 0}>
            Export
          </Button>
        }
      >
        <MenuOption onSelect={() => saveFile('hunting.csv', 'text/csv', toCsv(shown()))}>CSV file</MenuOption>
        <MenuOption onSelect={() => saveFile('hunting.json', 'application/json', toJson(shown()))}>
          JSON file
        </MenuOption>
        <MenuLine />
        <MenuOption onSelect={() => void copyText(toTabbed(shown(), true))}>Copy all rows with header</MenuOption>
      </Menu>
      <IconButton
        label={inspecting ? 'Close the row’s details' : 'Inspect the row'}
        icon={PanelRight}
        aria-pressed={inspecting}
        onClick={onInspect}
      />
    </div>
  );
}

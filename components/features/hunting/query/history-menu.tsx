'use client';
/** The last queries that ran in this browser. */
import { History } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuHeading, MenuLine, MenuOption } from '@/components/ui/menu';
import { visibleText } from '@/lib/domain/text/visible';
import { timeText } from '../results/cell-text';
import { forgetRuns, type PastRun, pastRuns } from './kept';

/** The query in one line, without its comments. */
const inOneLine = (text: string) => {
  const lines = text.split('\n').filter((line) => !line.trim().startsWith('//'));
  const line = lines.join(' ').replace(/\s+/gu, ' ').trim();
  return visibleText(line === '' ? text.trim() : line).slice(0, 160);
};

const outcome = ({ rows }: PastRun) => (rows === null ? 'failed' : `${rows.toLocaleString('en')} rows`);

export function HistoryMenu({ onChoose }: { onChoose: (run: PastRun) => void }) {
  const [runs, setRuns] = useState<PastRun[]>([]);
  return (
    <Menu
      label="Query history"
      trigger={<Button icon={History}>History</Button>}
      onOpenChange={(open) => {
        if (open) setRuns(pastRuns(localStorage));
      }}
    >
      <MenuHeading>
        {runs.length === 0 ? 'Nothing has run in this browser yet' : `Last ${runs.length}, kept in this browser`}
      </MenuHeading>
      {runs.map((run) => (
        <MenuOption key={`${run.at}${run.timespan}${run.text}`} onSelect={() => onChoose(run)}>
          <span className="flex max-w-[34rem] items-baseline gap-3">
            <span className="min-w-0 flex-1 truncate font-mono text-small">{inOneLine(run.text)}</span>
            <span className="shrink-0 text-muted text-small">
              {outcome(run)} · {timeText(run.at, 'utc').slice(0, 16)}Z
            </span>
          </span>
        </MenuOption>
      ))}
      {runs.length === 0 ? null : (
        <>
          <MenuLine />
          <MenuOption onSelect={() => forgetRuns(localStorage)}>Forget all</MenuOption>
        </>
      )}
    </Menu>
  );
}

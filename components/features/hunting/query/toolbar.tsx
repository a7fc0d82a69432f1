'use client';
/** What can be done with the query, and who will answer it. */
import { AlignLeft, Link2, Play, Square } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { HistoryMenu } from './history-menu';
import type { PastRun } from './kept';
import type { TimeRange } from './time-range';
import { TimeRangeMenu } from './time-range-menu';

type Props = {
  running: boolean;
  range: TimeRange;
  /** Which API will answer, in words; null until the text is checked. */
  route: { words: string; reason: string } | null;
  now: () => Date;
  onRun: () => void;
  onCancel: () => void;
  onRange: (range: TimeRange) => void;
  onPastRun: (run: PastRun) => void;
  onFormat: () => void;
};

export function Toolbar(props: Props) {
  const { running, range, route, now } = props;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b px-3 py-1.5">
      {running ? (
        <Button icon={Square} onClick={props.onCancel} className="w-[104px]">
          Cancel
        </Button>
      ) : (
        <Button
          tone="primary"
          icon={Play}
          onClick={props.onRun}
          className="w-[104px]"
          aria-keyshortcuts="Shift+Enter Control+Enter"
        >
          Run query
        </Button>
      )}
      <TimeRangeMenu range={range} onChange={props.onRange} now={now} />
      <HistoryMenu onChoose={props.onPastRun} />
      <IconButton label="Format" icon={AlignLeft} keys="Shift Alt F" onClick={props.onFormat} />
      <IconButton label="Copy link" icon={Link2} onClick={() => void copyText(window.location.href)} />
      <p className="ml-auto flex min-w-0 items-center gap-3 text-muted text-small">
        <span className="truncate" title={route?.reason}>
          {route?.words}
        </span>
        <span className="hidden shrink-0 items-center gap-1 xl:flex">
          <Kbd keys="Shift Enter" /> runs
        </span>
      </p>
    </div>
  );
}

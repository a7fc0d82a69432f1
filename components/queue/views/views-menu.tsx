/** Which view of the queue is open, and all others. */
'use client';
import { ChevronDown } from 'lucide-react';
import { lazy } from 'react';
import type { ViewsPanelProps } from '@/components/queue/views/views-panel';
import { patiently } from '@/components/ui/patiently';
import { Popover } from '@/components/ui/popover';
import { visibleText } from '@/lib/domain/text/visible';

const ViewsPanel = lazy(() =>
  patiently(() => import('@/components/queue/views/views-panel')).then((file) => ({ default: file.ViewsPanel })),
);

export function ViewsMenu(props: Omit<ViewsPanelProps, 'close'>) {
  const { view, edited, startName } = props;
  return (
    <Popover
      label="Views"
      className="w-80 p-0"
      trigger={
        <button
          type="button"
          className="inline-flex h-7 max-w-64 min-w-0 items-center gap-1.5 rounded px-2 text-ink hover:bg-hover data-[state=open]:bg-pressed"
        >
          <span className="sr-only">View: </span>
          <span className="truncate">{view === null ? startName : visibleText(view.name)}</span>
          {edited ? <span className="shrink-0 text-faint text-small">edited</span> : null}
          <ChevronDown aria-hidden className="size-3 shrink-0 text-faint" />
        </button>
      }
    >
      {(close) => <ViewsPanel {...props} close={close} />}
    </Popover>
  );
}

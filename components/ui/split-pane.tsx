/**
 * Two panes with a line between them that can be dragged or moved by arrow keys; the place is remembered by `id`.
 * `<SplitPane id="hunting-schema" direction="row" first={<Schema/>} second={<Editor/>} fixed="first" size={260} min={180} />`
 * `size` and `min` are pixels of the `fixed` pane, the other takes the rest. A null pane is absent, and so is the line.
 */
'use client';
import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

const forget = { getItem: () => null, setItem: () => undefined };

export function SplitPane({
  id,
  direction,
  label,
  first,
  second,
  fixed,
  size,
  min,
}: {
  id: string;
  direction: 'row' | 'column';
  /** What the line resizes, e.g. `Schema`. */
  label: string;
  first: ReactNode;
  second: ReactNode;
  fixed: 'first' | 'second';
  size: number;
  min: number;
}) {
  const panes = (['first', 'second'] as const).filter((pane) => (pane === 'first' ? first : second) !== null);
  const storage = typeof window === 'undefined' ? forget : window.localStorage;
  const layout = useDefaultLayout({ id: `split-${id}`, panelIds: [...panes], storage });
  const both = panes.length === 2;
  return (
    <Group
      id={id}
      orientation={direction === 'row' ? 'horizontal' : 'vertical'}
      {...(layout.defaultLayout === undefined ? {} : { defaultLayout: layout.defaultLayout })}
      onLayoutChanged={layout.onLayoutChanged}
      className="min-h-0 min-w-0 flex-1"
    >
      {panes.map((pane) => {
        const isFixed = both && pane === fixed;
        return [
          both && pane === 'second' ? (
            <Separator
              key="line"
              aria-label={`Resize ${label}`}
              className={
                direction === 'row'
                  ? 'relative w-px bg-line outline-none after:absolute after:inset-y-0 after:-left-1 after:w-2.5 hover:bg-accent focus-visible:bg-accent data-[separator=active]:bg-accent'
                  : 'relative h-px bg-line outline-none after:absolute after:inset-x-0 after:-top-1 after:h-2.5 hover:bg-accent focus-visible:bg-accent data-[separator=active]:bg-accent'
              }
            />
          ) : null,
          <Panel
            key={pane}
            id={pane}
            {...(isFixed
              ? { defaultSize: size, minSize: min, groupResizeBehavior: 'preserve-pixel-size' as const }
              : { minSize: 120 })}
            className="flex min-h-0 min-w-0 flex-col"
          >
            {pane === 'first' ? first : second}
          </Panel>,
        ];
      })}
    </Group>
  );
}

'use client';
/** F6 goes round the panes, as in every desktop tool: schema and queries, editor, results. Shift+F6 goes back. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';

const panes = ['schema', 'editor', 'results'] as const;
export type Pane = (typeof panes)[number];

function paneOf(target: EventTarget | null): Pane | undefined {
  const name = target instanceof Element ? target.closest('[data-pane]')?.getAttribute('data-pane') : null;
  return panes.find((pane) => pane === name);
}

/** Returns what puts the focus into a pane. The editor focuses itself: its text box is none of the page's business. */
export function usePaneKeys(root: RefObject<HTMLElement | null>, focusEditor: () => void): (pane: Pane) => void {
  const latest = useRef(focusEditor);
  useEffect(() => {
    latest.current = focusEditor;
  });

  const focus = useCallback(
    (pane: Pane) => {
      if (pane === 'editor') {
        latest.current();
        return;
      }
      const element = root.current?.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
      const main = element?.querySelector<HTMLElement>('[data-pane-focus]:not([hidden]), [role="grid"]');
      // While a pane has nothing to show, its search box or the pane itself is where one lands.
      (main ?? element?.querySelector<HTMLElement>('input') ?? element)?.focus();
    },
    [root],
  );

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const here = paneOf(event.target);
      const at = here === undefined ? -1 : panes.indexOf(here);
      const next = panes[(at + (event.shiftKey ? panes.length - 1 : 1)) % panes.length];
      if (next !== undefined) focus(next);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [focus]);

  return focus;
}

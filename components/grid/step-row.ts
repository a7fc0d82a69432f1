/** The rows as the keyboard knows them: the focus given to them, and the cursor moved without taking the focus away. */

function rowsElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role="grid"], [role="treegrid"]');
}

export function focusRows(): void {
  rowsElement()?.focus({ preventScroll: true });
}

/**
 * The next or previous row, wherever the focus is: who reads in the pane goes on reading there. The table itself knows
 * headings, open rows and what has to be scrolled into view, so it is told by the key that it knows.
 */
export function stepRow(key: 'ArrowDown' | 'ArrowUp'): void {
  rowsElement()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

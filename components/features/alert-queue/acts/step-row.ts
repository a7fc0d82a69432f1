/** The rows as the keyboard knows them: the focus given to them, and the cursor moved without taking the focus away. */

function rowsElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role="grid"], [role="treegrid"]');
}

export function focusRows(): void {
  rowsElement()?.focus({ preventScroll: true });
}

/** The next or previous row; the table knows headings and what has to be scrolled into view, so it is told by a key. */
export function stepRow(key: 'ArrowDown' | 'ArrowUp'): void {
  rowsElement()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

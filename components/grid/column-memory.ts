/** The browser's memory of the columns that were chosen, per grid. */
import { type ColumnChoice, isColumnChoice } from '@/components/grid/column-choice';

export function recallColumns(storageKey: string | undefined): ColumnChoice | null {
  if (storageKey === undefined || typeof window === 'undefined') return null;
  const text = window.localStorage.getItem(`grid-${storageKey}`);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isColumnChoice(value) ? value : null;
  } catch {
    // Somebody else wrote there; the default layout is a fine answer.
    return null;
  }
}

export function rememberColumns(storageKey: string | undefined, choice: ColumnChoice | null): void {
  if (storageKey === undefined) return;
  if (choice === null) window.localStorage.removeItem(`grid-${storageKey}`);
  else window.localStorage.setItem(`grid-${storageKey}`, JSON.stringify(choice));
}

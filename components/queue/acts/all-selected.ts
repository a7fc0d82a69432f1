/** Selecting everything that the filter lets through, as far as acts go, or nothing when that is selected already. */
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { mostActs } from '@/lib/domain/incident/act';

export function allSelected<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  selection: ReadonlySet<string>,
): ReadonlySet<string> {
  const keys = rows.slice(0, mostActs).map(keyOf);
  if (keys.length > 0 && keys.every((key) => selection.has(key))) {
    announce('Nothing is selected');
    return new Set();
  }
  const [most, all] = [keys.length.toLocaleString('en'), rows.length.toLocaleString('en')];
  announce(`${most} of ${all} selected`);
  if (rows.length > keys.length)
    showToast(`The first ${most} of ${all} are selected`, { detail: 'That is as many as are changed at once.' });
  return new Set(keys);
}

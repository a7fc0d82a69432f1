/** What an alert is called when it is told. */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { visibleText } from '@/lib/domain/text/visible';

const longest = 60;

/** `“Impossible travel”`, cut to a length that a toast can hold. */
export function alertName({ title }: Pick<AlertRow, 'title'>): string {
  const plain = visibleText(title);
  return `“${plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain}”`;
}

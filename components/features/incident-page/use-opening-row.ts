/** A row of a list that opens in its place: what ties its title, its button and what it opens to each other. */
import { useId } from 'react';
import type { Cursor } from '@/components/features/incident-page/row-list';

export type OpeningRow = { cursor: Cursor; open: boolean; onToggle: () => void };

/** To be spread on the article, on the title within it, on the button within that, and on what is opened. */
export function useOpeningRow({ cursor, open, onToggle }: OpeningRow) {
  const id = useId();
  return {
    article: { 'aria-labelledby': `${id}-title` },
    title: { id: `${id}-title` },
    button: {
      ...cursor,
      'aria-expanded': open,
      'aria-controls': open ? `${id}-detail` : undefined,
      onClick: onToggle,
    },
    detail: { id: `${id}-detail` },
  };
}

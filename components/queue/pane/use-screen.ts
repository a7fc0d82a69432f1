/** Whether there is room for a pane beside the queue, or not even for columns. */
'use client';
import { useSyncExternalStore } from 'react';

export type Screen = 'wide' | 'narrow' | 'phone';

const wide = '(min-width: 900px)';
const phone = '(max-width: 639px)';

function subscribe(listener: () => void): () => void {
  const queries = [wide, phone].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

function read(): Screen {
  if (window.matchMedia(wide).matches) return 'wide';
  return window.matchMedia(phone).matches ? 'phone' : 'narrow';
}

export function useScreen(): Screen {
  return useSyncExternalStore(subscribe, read, () => 'wide');
}

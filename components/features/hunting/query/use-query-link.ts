'use client';
/**
 * The address holds the query and its time range, and this browser keeps the draft: reload, back and a crash lose
 * nothing. Only this file reads and writes the page's search parameters.
 */
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { draft, keepDraft } from './kept';
import { packText, unpackText } from './link-text';
import { fromQuery, parseTimespan, type TimeRange, toTimespan } from './time-range';

export type OpenedLink = {
  text: string;
  range: TimeRange;
  /** What was wrong with the address, in words. */
  notices: string[];
  /** What was in the editor before this link replaced it; null when nothing was. */
  replacedDraft: string | null;
  /** Grows with every link that is opened while the page stands. */
  revision: number;
};

const writeAfterMs = 300;

async function open(search: URLSearchParams, revision: number): Promise<OpenedLink> {
  const link = { query: search.get('query'), packed: search.get('packed'), kept: search.get('kept') };
  const { text, notice } = await unpackText(link, localStorage);
  const timespan = search.get('timespan');
  const range = parseTimespan(timespan);
  const before = draft(localStorage);
  return {
    text: text ?? before ?? '',
    range: range ?? fromQuery,
    notices: [
      ...(notice === null ? [] : [notice]),
      ...(range === null ? [`“${timespan}” is no time range. The query sets its own time instead.`] : []),
    ],
    replacedDraft: text !== null && before !== null && before !== '' && before !== text ? before : null,
    revision,
  };
}

/** The opened link (null until it is read), and a function that writes what the analyst made of it. */
export function useQueryLink(): { opened: OpenedLink | null; write: (text: string, range: TimeRange) => void } {
  const search = useSearchParams().toString();
  const pathname = usePathname();
  const [opened, setOpened] = useState<OpenedLink | null>(null);
  const written = useRef<string | null>(null);
  const revision = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // Our own writing comes back as a changed address; it is no link that somebody opened.
    if (written.current === search) return;
    written.current = search;
    revision.current += 1;
    const mine = revision.current;
    void open(new URLSearchParams(search), mine).then((link) => {
      if (mine === revision.current) setOpened(link);
    });
  }, [search]);

  const write = useCallback(
    (text: string, range: TimeRange) => {
      keepDraft(localStorage, text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void packText(text, localStorage).then((link) => {
          const entries = Object.entries({ ...link, timespan: toTimespan(range) });
          const next = new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
          if (written.current === next.toString()) return;
          written.current = next.toString();
          window.history.replaceState(null, '', next.size === 0 ? pathname : `${pathname}?${next}`);
        });
      }, writeAfterMs);
    },
    [pathname],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  return { opened, write };
}

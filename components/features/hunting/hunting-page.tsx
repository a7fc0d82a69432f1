'use client';
import { HuntingDesk } from './hunting-desk';
/**
 * Hunting: schema and queries on the left, the query top right, its answer bottom right. The draft and the sizes of the
 * panes live in this browser, so the server draws only the frame and nothing that would move afterwards.
 */
import { useQueryLink } from './query/use-query-link';

export function HuntingPage() {
  const { opened, write } = useQueryLink();
  return (
    <>
      <h1 className="sr-only">Hunting</h1>
      {opened === null ? <div aria-busy className="min-h-0 flex-1" /> : <HuntingDesk opened={opened} write={write} />}
    </>
  );
}

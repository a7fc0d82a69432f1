/** The frame of a tab with a list: what could not be read, the find bar, and the list or why there is none. */
import type { ReactNode } from 'react';
import { FindBar } from '@/components/features/incident-page/find-bar';
import type { IncidentSearch, SetIncidentSearch } from '@/components/features/incident-page/incident-search';
import { NothingFound } from '@/components/features/incident-page/nothing-here';
import { DetailFailures } from '@/components/features/incident-page/part-failures';
import type { RowListHandle } from '@/components/features/incident-page/row-list';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';

/** What every tab with a list is given. */
export type ListTabProps = {
  detail: IncidentDetail;
  search: IncidentSearch;
  setSearch: SetIncidentSearch;
  /** The list under the cursor keys. */
  handle: { current: RowListHandle | null };
};

export function ListTab({
  detail,
  search,
  setSearch,
  part,
  shown,
  none,
  order,
  notes,
  children,
}: Omit<ListTabProps, 'handle'> & {
  part: 'alerts' | 'entities';
  /** How many of them match the words to find. */
  shown: number;
  /** Why the incident has none at all. */
  none: ReactNode;
  /** At the end of the find bar. */
  order?: ReactNode;
  /** Between the find bar and the list. */
  notes?: ReactNode;
  children: ReactNode;
}) {
  const all = detail[part].length;
  const find = (text: string) => void setSearch({ find: text === '' ? null : text });
  return (
    <>
      <h2 className="sr-only">{part === 'alerts' ? 'Alerts' : 'Entities'}</h2>
      <DetailFailures detail={detail} part={part} />
      <FindBar label={`Find in ${part}`} find={search.find} onFind={find} shown={shown} all={all}>
        {order}
      </FindBar>
      {notes}
      {all === 0 ? none : null}
      {shown === 0 && all > 0 ? <NothingFound find={search.find} all={all} onShowAll={() => find('')} /> : null}
      {shown === 0 ? null : children}
    </>
  );
}

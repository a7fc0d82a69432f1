/** An incident that is known, with its editors and its keys. The sections come when they have been read. */
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { OpenEditor } from '@/components/features/incident-page/header/incident-fields';
import { IncidentHeader } from '@/components/features/incident-page/header/incident-header';
import { isOwnName, MergedNotice } from '@/components/features/incident-page/header/merged-notice';
import { SinceLine } from '@/components/features/incident-page/header/since-line';
import { SyncTrouble } from '@/components/features/incident-page/header/sync-trouble';
import { incidentTabs, tabWords, useIncidentSearch } from '@/components/features/incident-page/incident-search';
import { IncidentTabs } from '@/components/features/incident-page/incident-tabs';
import {
  isOneStepBack,
  lastQueueSearch,
  queueAddress,
  rememberQueue,
} from '@/components/features/incident-page/queue-address';
import type { RowListHandle } from '@/components/features/incident-page/row-list';
import { useNeighbours } from '@/components/features/incident-page/use-neighbours';
import { useTriage } from '@/components/features/incident-page/use-triage';
import { announce } from '@/components/ui/announcer';
import { copyText } from '@/components/ui/copy-button';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { visibleText } from '@/lib/domain/text/visible';
import { sessionQueries } from '@/lib/queries/session';
import { incidentPath } from '@/lib/routes/paths';

const none: readonly Incident[] = [];

// Questions are loaded when they are first asked.
const ClosingQuestion = dynamic(
  () => import('@/components/features/incident-page/header/closing-question').then((file) => file.ClosingQuestion),
  { ssr: false },
);
const OvertakenDialog = dynamic(
  () => import('@/components/vocabulary/overtaken-dialog').then((file) => file.OvertakenDialog),
  { ssr: false },
);

export function IncidentView({
  incident,
  detail,
  list,
  children,
}: {
  incident: Incident;
  detail: IncidentDetail | null;
  list: IncidentList | undefined;
  /** What stands in place of the sections while there is no `detail`, and notes above them. */
  children?: ReactNode;
}) {
  const router = useRouter();
  const [search, setSearch] = useIncidentSearch();
  const [editor, setEditor] = useState<OpenEditor>(null);
  const handle = useRef<RowListHandle | null>(null);
  const commentField = useRef<HTMLTextAreaElement | null>(null);
  const { triage, undo, question, keepTheirs, overwrite } = useTriage(incident);
  const me = useQuery(sessionQueries.current()).data?.me ?? null;
  const [queue] = useState(() => lastQueueSearch());
  useEffect(() => rememberQueue(queue), [queue]);
  const around = useNeighbours(list?.incidents ?? none, queue, incident.key, me?.name ?? null);
  const back = queueAddress(queue, incident.key);
  const go = (key: string | null) => {
    if (key !== null) router.replace(incidentPath(key));
  };
  const edit = (next: OpenEditor, capability: { allowed: boolean; reason?: string }) => {
    if (capability.allowed) setEditor(next);
    else announce(capability.reason ?? 'Not possible');
  };

  useShortcuts(
    'Incident',
    [
      { keys: 'j', does: 'Next row', run: () => handle.current?.move(1) },
      { keys: 'k', does: 'Previous row', run: () => handle.current?.move(-1) },
      { keys: 's', does: 'Status', run: () => setEditor('status') },
      {
        keys: 'a',
        does: 'Assign to me',
        run: () => me !== null && incidentCan.assign(incident).allowed && triage({ assignee: me }, 'Assigned to you'),
      },
      { keys: 'A', does: 'Assign to somebody', run: () => setEditor('assignee') },
      { keys: 'e', does: 'Resolve', run: () => edit('resolve', incidentCan.changeStatus(incident)) },
      { keys: 'v', does: 'Verdict', run: () => edit('verdict', incidentCan.classify(incident)) },
      { keys: 't', does: 'Tags', run: () => setEditor('tags') },
      { keys: 'u', does: 'Undo my last change', run: undo },
      {
        keys: 'Y',
        does: 'Copy link',
        run: () => void copyText(`${window.location.origin}${incidentPath(incident.key)}`),
      },
      {
        keys: 'c',
        does: 'Comment',
        run: () => {
          void setSearch({ tab: 'comments' }).then(() => commentField.current?.focus());
        },
      },
      ...incidentTabs.map((tab, position) => ({
        keys: String(position + 1),
        does: tabWords[tab],
        run: () => void setSearch({ tab, find: null }),
      })),
      { keys: '[', does: 'Previous incident', run: () => go(around.previous) },
      { keys: ']', does: 'Next incident', run: () => go(around.next) },
      {
        keys: 'Escape',
        does: 'Back to the queue',
        run: () => (isOneStepBack(back) ? router.back() : router.push(back)),
      },
    ],
    () => `#${incident.key} ${visibleText(incident.title)}`,
  );

  // Another name of the same incident led here: the address is clean again.
  const namesItself = search.from !== null && isOwnName(search.from, incident);
  useEffect(() => {
    if (namesItself) void setSearch({ from: null });
  }, [namesItself, setSearch]);

  const resolving = editor === 'resolve';
  return (
    <div className="flex min-h-0 flex-1 flex-col max-sm:block max-sm:overflow-y-auto">
      {search.from === null || namesItself ? null : (
        <MergedNotice from={search.from} incident={incident} onDismiss={() => void setSearch({ from: null })} />
      )}
      <IncidentHeader
        incident={incident}
        back={back}
        around={around}
        onGo={go}
        triage={triage}
        editor={editor}
        setEditor={setEditor}
      />
      <SyncTrouble incident={incident} />
      <SinceLine incidentKey={incident.key} />
      {children}
      {detail === null ? null : (
        <IncidentTabs
          detail={detail}
          search={search}
          setSearch={setSearch}
          handle={handle}
          commentField={commentField}
        />
      )}
      {resolving || editor === 'verdict' ? (
        <ClosingQuestion
          incident={incident}
          resolves={resolving}
          onVerdict={(verdict) =>
            resolving ? triage({ status: 'resolved', verdict }, 'Resolved') : triage({ verdict }, 'Verdict changed')
          }
          onClose={() => setEditor(null)}
        />
      ) : null}
      {question === null ? null : (
        <OvertakenDialog
          subject={`#${incident.key} ${incident.title}`}
          fields={question.fields}
          onKeep={keepTheirs}
          onOverwrite={overwrite}
        />
      )}
    </div>
  );
}

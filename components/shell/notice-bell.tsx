/** What happened to my incidents and my groups’, as a quiet list behind a bell: it counts, it never speaks up and never takes the focus. */
'use client';
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { Bell } from 'lucide-react';
import Link from 'next/link';
import { useState, useSyncExternalStore } from 'react';
import { type Notice, noticeStore } from '@/components/shell/notice-store';
import { useNotices } from '@/components/shell/use-notices';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { showToast } from '@/components/ui/toast';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { incidentQueries } from '@/lib/queries/incidents';
import { alertsAddress } from '@/lib/routes/alerts-search';
import { alertsPath, incidentPath } from '@/lib/routes/paths';

const never = () => () => undefined;

/** Asks the browser's leave when it is switched on: only then does it come from somebody's wish. */
function DesktopSwitch() {
  const able = useSyncExternalStore(
    never,
    () => 'Notification' in window,
    () => false,
  );
  const [on, setOn] = useState(() => noticeStore.wantsDesktop());
  if (!able) return null;
  const change = async (wanted: boolean) => {
    const permission = wanted ? await Notification.requestPermission() : 'default';
    const now = wanted && permission === 'granted';
    if (wanted && !now)
      showToast('The browser does not allow it', {
        tone: 'error',
        detail: 'Its settings for this page say whether it may show notifications.',
      });
    noticeStore.setDesktop(now);
    setOn(now);
  };
  return (
    <label className="flex min-h-7 items-center gap-2 text-small">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => void change(event.target.checked)}
        className="accent-accent"
      />
      Also outside of the window, while I look elsewhere
    </label>
  );
}

function pathOf({ key, alert }: Notice): string {
  return alert === true ? alertsPath(alertsAddress.print({ q: `id:${key}`, row: key })) : incidentPath(key);
}

function Line({ notice, title, onOpen }: { notice: Notice; title: string | undefined; onOpen: () => void }) {
  return (
    <li className="border-b last:border-b-0">
      <Link
        href={pathOf(notice)}
        prefetch={false}
        onClick={onOpen}
        className="block rounded-small px-2 py-1.5 hover:bg-hover"
      >
        <span className="flex gap-2">
          <span className={notice.alert ? 'text-muted' : 'font-mono text-[12px]'}>
            {notice.alert ? 'Alert' : `#${notice.key}`}
          </span>
          <span className="min-w-0 flex-1 truncate text-muted">
            {title === undefined ? '' : <UntrustedText text={title} />}
          </span>
          <span className="text-faint text-small">
            <Timestamp at={notice.at} form="clock" name="Seen by this console" />
          </span>
        </span>
        <span className={clsx('block first-letter:uppercase', notice.read ? 'text-muted' : 'font-medium')}>
          {notice.text}
        </span>
      </Link>
    </li>
  );
}

function Notices({ close }: { close: () => void }) {
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.get, noticeStore.getNone);
  const titles = useQuery({
    ...incidentQueries.list(),
    select: ({ incidents }) => new Map(incidents.map(({ key, title }) => [key, title])),
  }).data;
  return (
    <div className="flex w-96 max-w-[calc(100vw-24px)] flex-col">
      <header className="flex items-center gap-2 px-2 pb-1">
        <h2 className="flex-1 font-medium">My incidents and my groups’</h2>
        {notices.some(({ read }) => !read) ? (
          <Button size="small" tone="quiet" onClick={noticeStore.readAll}>
            Mark all read
          </Button>
        ) : null}
        {notices.length > 0 ? (
          <Button size="small" tone="quiet" onClick={noticeStore.clear}>
            Clear
          </Button>
        ) : null}
      </header>
      <ul className="max-h-[50vh] overflow-y-auto">
        {notices.map((notice) => (
          <Line
            key={notice.id}
            notice={notice}
            title={titles?.get(notice.key)}
            onOpen={() => {
              noticeStore.readAll();
              close();
            }}
          />
        ))}
        {notices.length === 0 ? (
          <li className="px-2 py-3 text-muted">
            Nothing yet. What others, rules and systems do to incidents that are assigned to you or to a group that you
            are in is listed here.
          </li>
        ) : null}
      </ul>
      <footer className="border-t px-2 pt-1">
        <DesktopSwitch />
      </footer>
    </div>
  );
}

export function NoticeBell() {
  useNotices();
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.get, noticeStore.getNone);
  const unread = notices.filter(({ read }) => !read).length;
  return (
    <Popover
      label="Changes to my incidents"
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Changes to my incidents, ${unread} unread`}
          title="Changes to my incidents"
          className="relative inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-pressed"
        >
          <Bell aria-hidden className="size-4" />
          {unread === 0 ? null : (
            <span
              aria-hidden
              className="absolute -top-0.5 -right-0.5 min-w-3.5 rounded-round bg-accent px-0.5 text-center text-[10px] text-accent-ink leading-3.5"
            >
              {unread > 9 ? '9+' : unread}
            </span>
          )}
        </button>
      }
    >
      {(close) => <Notices close={close} />}
    </Popover>
  );
}

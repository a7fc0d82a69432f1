/** Watches my incidents and those of my groups, and notes what others, rules and systems do to them; mounted once, in the shell. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { noticeStore } from '@/components/shell/notice-store';
import { type News, newsBetween } from '@/components/shell/notices';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import { isOwn } from '@/lib/queries/command-id';
import { incidentQueries } from '@/lib/queries/incidents';
import { peopleQueries } from '@/lib/queries/people';
import { serverNow } from '@/lib/queries/server-clock';
import { sessionQueries } from '@/lib/queries/session';

/** By then the console has answered which of the changes were mine, and a burst of changes is one look. */
const settleMs = 2_000;

const noGroups: readonly Assignee[] = [];

/** Outside of the window, and only while it is not looked at. No title: it may be read by whoever passes by. */
function tellDesktop(news: readonly News[]): void {
  if (!document.hidden || !noticeStore.wantsDesktop() || Notification.permission !== 'granted') return;
  for (const { key, text } of news.slice(0, 3)) new Notification(`OneQueue #${key}`, { body: text, tag: key });
}

export function useNotices(): void {
  const incidents = useQuery(incidentQueries.list()).data?.incidents;
  const me = useQuery(sessionQueries.current()).data?.me.name;
  // Nobody waits for them: until they are known, news are of my own incidents.
  const groups = useQuery({ ...peopleQueries.myGroups(), enabled: incidents !== undefined }).data ?? noGroups;
  const looked = useRef<ReadonlyMap<string, Incident> | null>(null);
  useEffect(() => {
    if (incidents === undefined || me === undefined) return;
    const look = () => {
      const before = looked.current;
      looked.current = new Map(incidents.map((incident) => [incident.key, incident]));
      // The first look is where news begin.
      const news = before === null ? [] : newsBetween({ before, after: incidents, me, groups, isOwn });
      if (news.length === 0) return;
      noticeStore.add(news, serverNow().toISOString());
      tellDesktop(news);
    };
    if (looked.current === null) {
      look();
      return;
    }
    const timer = setTimeout(look, settleMs);
    return () => clearTimeout(timer);
  }, [incidents, me, groups]);
}

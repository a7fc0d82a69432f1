/** The views of the incident queue that come with the console; ids never look like those of saved ones (GUIDs). */
import { incidentsAddress, incidentsStart } from '@/lib/routes/incidents-search';
import type { OpenedQueue } from '@/lib/routes/opened-question';

export type StandingView = { id: string; name: string; search: string; hint: string };

export const morningView = 'morning';

export const incidentViews: readonly StandingView[] = [
  {
    id: morningView,
    name: 'Morning',
    search: '?q=-status:resolved,redirected+-morning:rest&group=morning&sort=-priority',
    hint: 'High and nobody’s, mine or my groups’, new since my last visit',
  },
  {
    id: 'mine',
    name: 'Mine',
    search: '?q=mine:me,group+-status:resolved,redirected',
    hint: 'Open, and assigned to me or to a group that I am in',
  },
  {
    id: 'unassigned',
    name: 'Unassigned',
    search: '?q=assignee:unassigned+status:new,inProgress&sort=-priority',
    hint: 'Open and nobody’s, most urgent first',
  },
  {
    id: 'confirmed',
    name: 'Confirmed by 2+ sources',
    search: '?q=sources%3E1+status:new,inProgress&sort=-priority',
    hint: 'Several products agree',
  },
  {
    id: 'disagree',
    name: 'Refused or drifted',
    search: '?q=sync:refused,drifted',
    hint: 'Changes that did not reach both systems',
  },
  { id: 'everything', name: 'Everything', search: '?q=', hint: 'Resolved and old ones too' },
];

/** What an address of the incident queue means, for whoever speaks of the queue without showing it. */
export const openedIncidents: OpenedQueue = {
  noun: 'incidents',
  address: incidentsAddress,
  start: incidentsStart,
  standing: incidentViews,
};

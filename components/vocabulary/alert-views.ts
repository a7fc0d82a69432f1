/** The views of the alert queue that come with the console; ids never look like those of saved ones (GUIDs). */
import type { StandingView } from '@/components/vocabulary/incident-views';
import { alertsAddress } from '@/lib/routes/alerts-search';

const view = (id: string, name: string, hint: string, q: string, group: readonly string[] = []): StandingView => ({
  id,
  name,
  hint,
  search: alertsAddress.print({ q, group }),
});

export const alertViews: readonly StandingView[] = [
  view('mine', 'Mine', 'Open, and assigned to me or to a group that I am in', 'status:new,inProgress mine:me,group'),
  view('by-incident', 'By incident', 'Open alerts under their incidents', 'status:new,inProgress updated:30d', [
    'incident',
  ]),
  view(
    'sentinel',
    'From Sentinel’s rules',
    'Service source Microsoft Sentinel',
    'source:sentinel status:new,inProgress updated:30d',
  ),
  view('sentinel-only', 'Sentinel only', 'What Defender does not show', 'system:sentinel'),
  view('outside', 'Outside of incidents', 'Alerts that no incident holds', 'incident:none'),
  view('noisy', 'Noisiest titles', 'The last week by title and source', 'created:7d', ['title', 'source']),
];

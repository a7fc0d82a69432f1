/** The queue. The address is read here only to say what of it made no sense; the browser keeps it from then on. */
import type { Metadata } from 'next';
import { IncidentQueue } from '@/components/features/incident-queue/incident-queue';
import { incidentsAddress } from '@/lib/routes/incidents-search';
import { type PageSearch, pageSearch } from '@/lib/routes/page-search';

export const metadata: Metadata = { title: 'Incidents' };

export default async function Page(props: PageSearch) {
  return <IncidentQueue misread={incidentsAddress.misread(await pageSearch(props))} />;
}

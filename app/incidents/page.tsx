/** The queue. The address is read here only to say what of it made no sense; the browser keeps it from then on. */
import type { Metadata } from 'next';
import { IncidentQueue } from '@/components/features/incident-queue/incident-queue';
import { incidentsAddress } from '@/lib/routes/incidents-search';

export const metadata: Metadata = { title: 'Incidents' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    // Of a repeated parameter the first counts, as it does for the parsers.
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined) search.set(name, text);
  }
  return <IncidentQueue misread={incidentsAddress.misread(search)} />;
}

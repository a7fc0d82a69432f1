/** The alert queue. The address is read here only to say what of it made no sense; the browser keeps it from then on. */
import type { Metadata } from 'next';
import { AlertQueue } from '@/components/features/alert-queue/alert-queue';
import { alertsAddress } from '@/lib/routes/alerts-search';
import { type PageSearch, pageSearch } from '@/lib/routes/page-search';

export const metadata: Metadata = { title: 'Alerts' };

export default async function Page(props: PageSearch) {
  return <AlertQueue misread={alertsAddress.misread(await pageSearch(props))} />;
}

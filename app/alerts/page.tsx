/** The alert queue. The address is read here only to say what of it made no sense; the browser keeps it from then on. */
import type { Metadata } from 'next';
import { AlertQueue } from '@/components/features/alert-queue/alert-queue';
import { alertsAddress } from '@/lib/routes/alerts-search';

export const metadata: Metadata = { title: 'Alerts' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    // Of a repeated parameter the first counts, as it does for the parsers.
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined) search.set(name, text);
  }
  return <AlertQueue misread={alertsAddress.misread(search)} />;
}

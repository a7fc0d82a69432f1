/** Why something is, or is not, in the queue. */
import type { Metadata } from 'next';
import { TracerPage } from '@/components/features/tracer/tracer-page';

export const metadata: Metadata = { title: 'Trace' };

type Props = {
  searchParams: Promise<{ of?: string | string[]; queue?: string | string[]; alerts?: string | string[] }>;
};

/** Of a repeated parameter the first counts. */
const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? '';

export default async function Page({ searchParams }: Props) {
  const { of, queue, alerts } = await searchParams;
  return <TracerPage of={first(of)} incidents={first(queue)} alerts={first(alerts)} />;
}

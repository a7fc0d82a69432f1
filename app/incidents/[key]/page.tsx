/** One incident by any of its names; the feature finds out which and leads to its stable address. */
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { IncidentPage } from '@/components/features/incident-page/incident-page';

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { key } = await params;
  return { title: /^\d{1,15}$/u.test(key) ? `#${key}` : 'Incident' };
}

export default async function Page({ params }: Props) {
  const { key } = await params;
  return (
    <Suspense>
      <IncidentPage segment={key} />
    </Suspense>
  );
}

/** One analytics rule in the wizard. The address holds the page of it. */
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { EditRule } from '@/components/features/rules/edit-rule';

export const metadata: Metadata = { title: 'Rule' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Suspense>
      <EditRule id={decodeURIComponent(id)} />
    </Suspense>
  );
}

/** Hunting over both worlds. The query and its time range are in the address. */
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { HuntingPage } from '@/components/features/hunting/hunting-page';

export const metadata: Metadata = { title: 'Hunting' };

export default function Page() {
  return (
    <Suspense>
      <HuntingPage />
    </Suspense>
  );
}

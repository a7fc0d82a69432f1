/** A new analytics rule. The address holds the page of the wizard. */
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { NewRule } from '@/components/features/rules/new-rule';

export const metadata: Metadata = { title: 'New rule' };

export default function Page() {
  return (
    <Suspense>
      <NewRule />
    </Suspense>
  );
}

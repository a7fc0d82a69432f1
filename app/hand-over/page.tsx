/** What this shift leaves to the next. */
import type { Metadata } from 'next';
import { HandOverPage } from '@/components/features/hand-over/hand-over-page';

export const metadata: Metadata = { title: 'Hand-over' };

export default function Page() {
  return <HandOverPage />;
}

/** Any address that no page answers. */
import type { Metadata } from 'next';
import { LostPage } from '@/components/shell/lost-page';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return <LostPage />;
}

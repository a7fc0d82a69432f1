/** How the sync between Defender and Sentinel is set, and how it goes. */
import type { Metadata } from 'next';
import { SyncPage } from '@/components/features/settings/sync/sync-page';

export const metadata: Metadata = { title: 'Bi-directional sync' };

export default function Page() {
  return <SyncPage />;
}

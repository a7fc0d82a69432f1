/** A signed hand-over. */
import type { Metadata } from 'next';
import { SignedPage } from '@/components/features/hand-over/signed-page';

export const metadata: Metadata = { title: 'Hand-over' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <SignedPage id={(await params).id} />;
}

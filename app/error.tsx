/** A page that broke while it was drawn. */
'use client';
import { FailedPage } from '@/components/shell/failed-page';

export default function PageFailure({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailedPage error={error} onRetry={reset} />;
}

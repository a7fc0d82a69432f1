/** A page that broke while it was drawn. The rest of the console goes on; nothing that was sent is lost. */
'use client';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export function FailedPage({ error, onRetry }: { error: Error & { digest?: string }; onRetry: () => void }) {
  return (
    <div role="alert">
      <EmptyState
        page
        title="This page could not be drawn"
        action={
          <Button tone="primary" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        <p>Changes that you made are kept, by the server or in this browser, and are not affected.</p>
        <p className="break-words font-mono text-[12px]">
          {error.digest === undefined ? error.message : `Error ${error.digest}`}
        </p>
      </EmptyState>
    </div>
  );
}

/** What was written here before and not saved is back. */
'use client';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

export function RestoredNotice({ onDiscard, onDismiss }: { onDiscard: () => void; onDismiss: () => void }) {
  return (
    <Banner
      title="What you wrote here and did not save is back."
      onDismiss={onDismiss}
      action={
        <Button size="small" onClick={onDiscard}>
          Discard it
        </Button>
      }
    />
  );
}

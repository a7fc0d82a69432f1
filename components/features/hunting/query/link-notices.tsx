'use client';
/** What the address said that could not be followed, and the way back to what it replaced. */
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { OpenedLink } from './use-query-link';

export function LinkNotices({ opened, onRestore }: { opened: OpenedLink; onRestore: (text: string) => void }) {
  // By revision, so that the next link's notices show again.
  const [dismissed, setDismissed] = useState(0);
  if (dismissed === opened.revision) return null;
  const { notices, replacedDraft, revision } = opened;
  const dismiss = () => setDismissed(revision);
  return (
    <>
      {notices.map((notice) => (
        <Banner key={notice} tone="warning" title={notice} onDismiss={dismiss} />
      ))}
      {replacedDraft === null ? null : (
        <Banner
          title="This link replaced what you were writing."
          action={
            <Button
              size="small"
              onClick={() => {
                onRestore(replacedDraft);
                dismiss();
              }}
            >
              Bring it back
            </Button>
          }
          onDismiss={dismiss}
        />
      )}
    </>
  );
}

/** What is wrong with the queue as a whole: an address that was misread, or a list that could not be read. */
import { MisreadBanner } from '@/components/features/incident-queue/misread-banner';
import type { SearchChange } from '@/components/features/incident-queue/use-search';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

export function QueueBanners({
  misread,
  onDismiss,
  error,
  onRetry,
}: {
  misread: readonly string[];
  onDismiss: (change: SearchChange) => void;
  error: Error | null;
  onRetry: () => void;
}) {
  return (
    <>
      <MisreadBanner
        names={misread}
        onDismiss={() => onDismiss(Object.fromEntries(misread.map((name) => [name, null])))}
      />
      {error === null ? null : (
        <Banner tone="error" title="The queue could not be read." action={<Button onClick={onRetry}>Try again</Button>}>
          {error.message}
        </Banner>
      )}
    </>
  );
}

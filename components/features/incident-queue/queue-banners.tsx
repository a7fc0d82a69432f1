/** What is wrong with the queue as a whole: an address that was misread, or a list that could not be read. */
import { MisreadBanner } from '@/components/features/incident-queue/misread-banner';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

export function QueueBanners({
  misread,
  onDismiss,
  error,
  onRetry,
}: {
  misread: readonly string[];
  onDismiss: (names: readonly string[]) => void;
  error: Error | null;
  onRetry: () => void;
}) {
  return (
    <>
      <MisreadBanner names={misread} onDismiss={() => onDismiss(misread)} />
      {error === null ? null : (
        <Banner tone="error" title="The queue could not be read." action={<Button onClick={onRetry}>Try again</Button>}>
          {error.message}
        </Banner>
      )}
    </>
  );
}

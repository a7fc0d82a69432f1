/** What is wrong with the queue as a whole: an address that was misread, or a list that could not be read. */
import { MisreadBanner } from '@/components/queue/filter/misread-banner';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

export function QueueBanners({
  many,
  misread,
  onDrop,
  error,
  onRetry,
}: {
  /** `incidents`. */
  many: string;
  misread: readonly string[];
  /** Takes parameters out of the address. */
  onDrop: (names: readonly string[]) => void;
  error: Error | null;
  onRetry: () => void;
}) {
  return (
    <>
      <MisreadBanner names={misread} onDismiss={() => onDrop(misread)} />
      {error === null ? null : (
        <Banner
          tone="error"
          title={`The ${many} could not be read.`}
          action={<Button onClick={onRetry}>Try again</Button>}
        >
          {error.message}
        </Banner>
      )}
    </>
  );
}

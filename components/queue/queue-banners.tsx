/** What is wrong with the queue as a whole: an address that was misread, or a list that could not be read. */
import { MisreadBanner } from '@/components/queue/filter/misread-banner';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

const numbers = new Intl.NumberFormat('en');

export function QueueBanners({
  many,
  misread,
  onDrop,
  error,
  read,
  awaiting = 0,
  onRetry,
}: {
  /** `incidents`. */
  many: string;
  misread: readonly string[];
  /** Takes parameters out of the address. */
  onDrop: (names: readonly string[]) => void;
  error: Error | null;
  /** How many are here, and how many more there are. */
  read: number;
  awaiting?: number | undefined;
  onRetry: () => void;
}) {
  return (
    <>
      <MisreadBanner names={misread} onDismiss={() => onDrop(misread)} />
      {error === null ? null : (
        <Banner
          tone="error"
          title={
            awaiting === 0
              ? `The ${many} could not be read.`
              : `Only ${numbers.format(read)} of ${numbers.format(read + awaiting)} ${many} could be read.`
          }
          action={<Button onClick={onRetry}>Try again</Button>}
        >
          {error.message}
        </Banner>
      )}
    </>
  );
}

/** What is wrong with the queue as a whole: an address that was misread, or a list that could not be read. */
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

export function AlertBanners({
  misread,
  onDrop,
  error,
  onRetry,
}: {
  misread: readonly string[];
  /** Takes parameters out of the address. */
  onDrop: (names: readonly string[]) => void;
  error: Error | null;
  onRetry: () => void;
}) {
  return (
    <>
      {misread.length === 0 ? null : (
        <Banner
          tone="warning"
          title={`The address has ${misread.length === 1 ? 'a part' : 'parts'} that the queue does not understand: ${misread.join(', ')}.`}
          onDismiss={() => onDrop(misread)}
        >
          It shows what it would show without.
        </Banner>
      )}
      {error === null ? null : (
        <Banner
          tone="error"
          title="The alerts could not be read."
          action={<Button onClick={onRetry}>Try again</Button>}
        >
          {error.message}
        </Banner>
      )}
    </>
  );
}

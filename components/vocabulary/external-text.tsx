/** A longer text that somebody outside wrote: line breaks are kept, everything else is text. */
import { UntrustedText } from '@/components/vocabulary/untrusted-text';

export function ExternalText({ text }: { text: string }) {
  return (
    <p className="max-w-prose break-words whitespace-pre-wrap">
      <UntrustedText text={text} />
    </p>
  );
}

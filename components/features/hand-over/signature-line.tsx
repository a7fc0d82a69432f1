/** Who signed, and when: `<SignatureLine word="Signed" signature={…} />` */
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Signature } from '@/lib/domain/hand-over/hand-over';

export function SignatureLine({ word, signature }: { word: string; signature: Signature }) {
  return (
    <span>
      <span className="text-muted">{word} by</span>{' '}
      <UntrustedText text={signature.by.displayName ?? signature.by.name} />{' '}
      <span className="text-muted">
        <Timestamp at={signature.at} form="full" name={word} />
      </span>
    </span>
  );
}

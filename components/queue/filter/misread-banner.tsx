/** An address with parameters that make no sense still opens; this says which were set aside. */
'use client';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';

export function MisreadBanner({ names, onDismiss }: { names: readonly string[]; onDismiss: () => void }) {
  const [shown, setShown] = useState(true);
  if (!shown || names.length === 0) return null;
  return (
    <Banner
      title="Part of this address was not understood."
      onDismiss={() => {
        setShown(false);
        onDismiss();
      }}
    >
      {names.join(', ')} {names.length === 1 ? 'is' : 'are'} as by default.
    </Banner>
  );
}

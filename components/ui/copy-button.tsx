/** Copies a text and says so. `<CopyButton text="12345" label="Copy Defender id" />`; `copyText` for menus and keys. */
'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { IconButton } from '@/components/ui/icon-button';
import { showToast } from '@/components/ui/toast';

/** Resolves to false when the browser forbids it (plain http, or no permission). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    announce('Copied');
    return true;
  } catch (error) {
    showToast('Could not copy', { tone: 'error', detail: error instanceof Error ? error.message : String(error) });
    return false;
  }
}

export function CopyButton({ text, label = 'Copy', className }: { text: string; label?: string; className?: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1_500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <IconButton
      label={copied ? 'Copied' : label}
      icon={copied ? Check : Copy}
      className={className ?? 'size-6'}
      onClick={() => {
        void copyText(text).then(setCopied);
      }}
    />
  );
}

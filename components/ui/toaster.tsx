/** Where toasts appear; mounted once, in the shell. */
import { Toaster as Sonner } from 'sonner';

export function Toaster() {
  return (
    <Sonner
      position="bottom-left"
      closeButton
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-84 items-center gap-2 rounded bg-raised px-3 py-2 text-body text-ink shadow-overlay',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-muted',
          error: 'border-l-2 border-l-danger',
          actionButton: 'order-last h-6 shrink-0 rounded border px-2 text-small font-medium hover:bg-hover',
          closeButton: 'order-last size-6 shrink-0 rounded text-muted hover:bg-hover',
          icon: 'hidden',
        },
      }}
    />
  );
}

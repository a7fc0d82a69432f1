/** Where toasts appear; mounted once, in the shell. Notes leave after a while unless they are looked at; errors stay until dismissed. */
'use client';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { dismissToast, type Toast, toastStore } from '@/components/ui/toast';

const none: readonly Toast[] = [];

function ToastLine({ toast, held }: { toast: Toast; held: boolean }) {
  const { id, tone, title, detail, action, lastsMs } = toast;
  useEffect(() => {
    if (tone === 'error' || held) return;
    const timer = setTimeout(() => dismissToast(id), lastsMs);
    return () => clearTimeout(timer);
  }, [id, tone, held, lastsMs]);
  return (
    <li
      className={clsx(
        'overlay-motion flex w-84 max-w-[calc(100vw-24px)] items-center gap-2 rounded bg-raised py-1.5 pr-1.5 pl-3 shadow-overlay forced-colors:border',
        tone === 'error' && 'border-l-2 border-l-danger',
        tone === 'note' && action !== null && 'border-l-2 border-l-accent',
      )}
    >
      <div role={tone === 'error' ? 'alert' : 'status'} className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{title}</p>
        {detail === null ? null : <p className="text-muted wrap-anywhere">{detail}</p>}
      </div>
      {action === null ? null : (
        <Button
          size="small"
          onClick={() => {
            dismissToast(id);
            action.run();
          }}
        >
          {action.label}
          {action.keys === undefined ? null : <Kbd keys={action.keys} />}
        </Button>
      )}
      <IconButton label="Dismiss" icon={X} onClick={() => dismissToast(id)} className="size-6" />
    </li>
  );
}

export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get, () => none);
  const [held, setHeld] = useState(false);
  return (
    <section aria-label="Notifications" className="contents">
      <ul
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        className="fixed bottom-16 left-3 z-50 flex flex-col gap-2 sm:bottom-3 sm:left-20"
      >
        {toasts.map((toast) => (
          <ToastLine key={`${toast.id} ${toast.showing}`} toast={toast} held={held} />
        ))}
      </ul>
    </section>
  );
}

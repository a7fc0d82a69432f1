/**
 * A short word about something that just happened elsewhere on the page; `components/ui/toaster.tsx` shows it.
 * `showToast('Assigned #12345 to you', { action: { label: 'Undo', run } })`, `showToast('…', { tone: 'error', detail: 'why' })`
 */
import { toast } from 'sonner';

export function showToast(
  title: string,
  {
    tone = 'note',
    detail,
    action,
    id,
  }: {
    tone?: 'note' | 'error';
    detail?: string;
    action?: { label: string; run: () => void };
    /** A later toast with the same id takes this one's place. */
    id?: string;
  } = {},
): void {
  const options = {
    ...(id === undefined ? {} : { id }),
    ...(detail === undefined ? {} : { description: detail }),
    ...(action === undefined ? {} : { action: { label: action.label, onClick: action.run } }),
  };
  // An error stays until it was read.
  if (tone === 'error') toast.error(title, { ...options, duration: Number.POSITIVE_INFINITY });
  else toast(title, { ...options, duration: 6_000 });
}

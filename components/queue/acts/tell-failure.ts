/** An act that did not work, told in the place where all acts are told: a later word takes the place of the one before. */
import { showToast } from '@/components/ui/toast';

export const toastId = 'triage';

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** `detail` is the error, or why in words. */
export function tellFailure(title: string, detail: unknown, again?: () => void): void {
  showToast(title, {
    tone: 'error',
    id: toastId,
    detail: messageOf(detail),
    ...(again === undefined ? {} : { action: { label: 'Try again', run: again } }),
  });
}

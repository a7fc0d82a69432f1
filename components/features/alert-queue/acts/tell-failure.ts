/** A failed act, told in the place where all acts upon alerts are told. */
import { showToast } from '@/components/ui/toast';

/** A later word about an act takes the place of the one before. */
export const toastId = 'alert-acts';
export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export function tellFailure(title: string, error: unknown, again?: () => void): void {
  showToast(title, {
    tone: 'error',
    id: toastId,
    detail: messageOf(error),
    ...(again === undefined ? {} : { action: { label: 'Try again', run: again } }),
  });
}

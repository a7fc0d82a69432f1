/** An act that did not work, or not yet, told in the place where all acts are told: a later word replaces the one before. */
import { announce } from '@/components/ui/announcer';
import { showToast, type ToastAction } from '@/components/ui/toast';

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

const waitingMs = 10_000;

/** The console was not reached; what was done is kept here. */
export function tellWaiting(what: string, back?: ToastAction): void {
  const title = `Waiting for connection: ${what}`;
  const detail = 'The console does not answer. This browser keeps it, also over a reload, and sends it in its turn.';
  showToast(title, { id: toastId, detail, lastsMs: waitingMs, ...(back === undefined ? {} : { action: back }) });
  announce(title);
}

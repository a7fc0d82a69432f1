/** A quiet bar in the place and size of text that is on its way. `<Skeleton className="w-40" />` */
import clsx from 'clsx';

export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx('breathing block h-3 rounded-small bg-pressed', className)} />;
}

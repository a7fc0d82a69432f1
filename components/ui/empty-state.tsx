/**
 * Says why there is nothing here and what to do about it. `<EmptyState title="No alerts" action={<Button/>}>…</EmptyState>`
 * `page` when it is all there is on the page: its title is then the page's heading.
 */
import type { ReactNode } from 'react';

export function EmptyState({
  title,
  children,
  action,
  page = false,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  page?: boolean;
}) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-8 sm:items-center sm:text-center">
      <Title className="font-medium">{title}</Title>
      {children === undefined ? null : <div className="max-w-prose text-muted">{children}</div>}
      {action}
    </div>
  );
}

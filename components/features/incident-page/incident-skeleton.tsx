/** The page before anything is known, in its final layout. */
import { Skeleton } from '@/components/ui/skeleton';

export function HeaderSkeleton() {
  return (
    <div className="flex shrink-0 flex-col gap-2 px-4 pt-2 pb-3">
      <Skeleton className="my-1.5 w-20" />
      <Skeleton className="my-1 h-4 w-96 max-w-full" />
      <Skeleton className="my-1.5 w-80 max-w-full" />
      <div className="flex flex-wrap gap-x-8 gap-y-1">
        {['status', 'severity', 'assignee', 'verdict', 'priority', 'tags'].map((field) => (
          <div key={field} className="flex flex-col">
            <Skeleton className="my-1 h-2 w-12" />
            <Skeleton className="my-2 w-20" />
          </div>
        ))}
      </div>
      <Skeleton className="my-0.5 w-72 max-w-full" />
    </div>
  );
}

export function StorySkeleton() {
  return (
    <div role="status" className="flex flex-col">
      <span className="sr-only">Reading the incident …</span>
      <Skeleton className="mx-4 my-3 w-80 max-w-full" />
      {['1', '2', '3'].map((lane) => (
        <div key={lane} className="mx-4 flex h-8 items-center gap-10 border-b">
          <Skeleton className="w-24" />
          <Skeleton className="h-0.5 flex-1" />
        </div>
      ))}
      {['1', '2', '3', '4'].map((row) => (
        <div key={row} className="mx-4 flex gap-6 border-b py-3">
          <Skeleton className="w-14" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="w-80 max-w-full" />
            <Skeleton className="w-56 max-w-full" />
            <Skeleton className="h-5 w-96 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}

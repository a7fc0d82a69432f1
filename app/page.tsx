/** The console starts at the queue. */
import { redirect } from 'next/navigation';
import { incidentsPath } from '@/lib/routes/paths';

export default function Page() {
  redirect(incidentsPath());
}

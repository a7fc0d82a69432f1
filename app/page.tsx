/** The console starts where an analyst's day does: with what is urgent, what is theirs, and what is new. */
import { redirect } from 'next/navigation';
import { incidentsPath } from '@/lib/routes/paths';

export default function Page() {
  redirect(incidentsPath('?view=morning'));
}

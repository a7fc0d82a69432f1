/** Mounts the console's own API. */
import { getHub } from '@/lib/hub/instance';
import { serve } from '@/lib/rpc/serve';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

const answer = (request: Request) => serve(request, { endpoint: '/api/rpc', hub: getHub });

export { answer as GET, answer as POST };

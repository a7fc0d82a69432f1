/** Ordering trouble and calling it off. Never called by the console. */
import { HttpResponse, http } from 'msw';
import { faultRequest } from '@/mocks/handlers/manners/faults';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import type { HandlerGroup } from '@/mocks/handlers/services';

const url = 'https://tenant.onequeue.test/faults';

export const faultHandlers: HandlerGroup = ({ faults }) => [
  http.get(url, () => HttpResponse.json({ faults: faults.list() })),
  http.post(url, async ({ request }) => {
    const fault = faults.add(await parsedBody(request, faultRequest, 'BadRequest'));
    return HttpResponse.json(fault, { status: 201 });
  }),
  http.delete(url, () => {
    faults.clear();
    return new HttpResponse(null, { status: 204 });
  }),
];

/** What each API says about a path that leads nowhere. */
import type { ApiName } from '@/mocks/handlers/manners/apis';
import { Refusal } from '@/mocks/handlers/manners/refusal';

export function unanswered(api: ApiName, request: Request): Refusal {
  const { pathname, searchParams } = new URL(request.url);
  const segment = pathname.split('/').filter(Boolean).at(-1) ?? '';
  switch (api) {
    case 'graph':
      return new Refusal(404, 'ResourceNotFound', `Resource not found for the segment '${segment}'.`);
    case 'arm': {
      const [, namespace = 'Microsoft.Resources', type = segment] =
        /\/providers\/([^/]+)\/([^/]+)(?!.*\/providers\/)/.exec(pathname) ?? [];
      const version = searchParams.get('api-version') ?? '';
      const message = `The resource type '${type}' could not be found in the namespace '${namespace}' for api version '${version}'.`;
      return new Refusal(404, 'InvalidResourceType', message);
    }
    case 'logs':
      return new Refusal(404, 'PathNotFoundError', 'The requested path does not exist');
    case 'endpoint':
      return new Refusal(404, 'ResourceNotFound', `Resource ${pathname} was not found.`);
    case 'entra':
      return new Refusal(404, 'invalid_request', 'AADSTS90023: The endpoint does not exist.');
    case 'control':
      return new Refusal(404, 'NotFound', `The control host has no ${request.method} ${pathname}.`);
  }
}

/** Kinds of resource that only the preview versions of the API know: to the others they do not exist. */
import { Refusal } from '@/mocks/handlers/manners/refusal';

export const isPreview = (request: Request): boolean =>
  (new URL(request.url).searchParams.get('api-version') ?? '').endsWith('-preview');

export function requirePreview(request: Request, type: string): void {
  if (isPreview(request)) return;
  const version = new URL(request.url).searchParams.get('api-version') ?? '';
  const message = `The resource type '${type}' could not be found in the namespace 'Microsoft.SecurityInsights' for api version '${version}'.`;
  throw new Refusal(404, 'InvalidResourceType', message);
}

/** A bearer token on every request, for the one audience that the service accepts. */
import type { Policy } from '@/lib/api/transport/send';
import { withHeader } from '@/lib/api/transport/send';

/** Tokens for one audience; `lib/upstream` keeps them. */
export type TokenSource = {
  /** A token that is still good for a while; asks Entra when there is none. */
  get(signal: AbortSignal): Promise<string>;
  /** Says that the service refused this token, so the next `get` brings another. */
  reject(token: string): void;
};

/** A 401 is answered once with a new token: the old one may have been revoked before its time. */
export function authorize(tokens: TokenSource): Policy {
  return (next) => async (request) => {
    const spare = request.clone();
    const token = await tokens.get(request.signal);
    const response = await next(withHeader(request, 'authorization', `Bearer ${token}`));
    if (response.status !== 401) return response;
    tokens.reject(token);
    const fresh = await tokens.get(request.signal);
    return fresh === token ? response : next(withHeader(spare, 'authorization', `Bearer ${fresh}`));
  };
}

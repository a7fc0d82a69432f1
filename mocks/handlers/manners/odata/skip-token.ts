/** Where the next page starts, as the opaque text Microsoft's links carry. */
import { Refusal } from '@/mocks/handlers/manners/refusal';

export const skipTokenOf = (offset: number): string => Buffer.from(`next/${offset}`).toString('base64url');

export function offsetOf(token: string | null): number {
  if (token === null) return 0;
  const match = /^next\/(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (!match?.[1]) throw new Refusal(400, 'BadRequest', 'The skip token is not valid.');
  return Number(match[1]);
}

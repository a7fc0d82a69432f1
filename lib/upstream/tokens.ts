/** Tokens for the four audiences: asked for when first needed, kept, renewed before they expire. */
import type { Audience, EntraTokens } from '@/lib/api/entra/token';
import type { TokenSource } from '@/lib/api/transport/authorize';
import type { Clock } from '@/lib/base/clock';
import { untilAborted } from '@/lib/base/until-aborted';

/** Renewed this long before the end, so that no request sets out with a token that dies on the way. */
const renewBeforeMs = 5 * 60_000;

type Kept = { token: string; renewAtMs: number };

export function createTokens(entra: EntraTokens, clock: Clock): (audience: Audience) => TokenSource {
  const kept = new Map<Audience, Kept>();
  const flights = new Map<Audience, Promise<string>>();

  async function ask(audience: Audience): Promise<string> {
    const askedAtMs = clock.now();
    const { access_token: token, expires_in: seconds } = await entra.request(audience);
    // A very short life still has to be of some use: half of it, at worst.
    const usableMs = Math.max(seconds * 1000 - renewBeforeMs, seconds * 500);
    kept.set(audience, { token, renewAtMs: askedAtMs + usableMs });
    return token;
  }

  /** Everybody who waits for the same token waits for the same request; nobody's abort takes it from the others. */
  function fly(audience: Audience): Promise<string> {
    const flying = flights.get(audience);
    if (flying !== undefined) return flying;
    const flight = ask(audience).finally(() => flights.delete(audience));
    flights.set(audience, flight);
    return flight;
  }

  return (audience) => ({
    get(signal) {
      const known = kept.get(audience);
      if (known !== undefined && clock.now() < known.renewAtMs) return Promise.resolve(known.token);
      return untilAborted(signal, fly(audience));
    },
    reject(token) {
      if (kept.get(audience)?.token === token) kept.delete(audience);
    },
  });
}

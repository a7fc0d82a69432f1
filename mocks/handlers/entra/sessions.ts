/**
 * What Entra remembers between two requests: browsers that signed in, codes not yet redeemed, refresh tokens, devices
 * that wait for somebody. Gone when the tenant starts over. Lifetimes run on real time, like the tokens'.
 */
import { randomBytes } from 'node:crypto';
import type { Person } from '@/mocks/store/directory';

export type AuthorizationCode = {
  clientId: string;
  person: Person;
  redirectUri: string;
  scope: string;
  nonce?: string | undefined;
  challenge?: { value: string; method: 'S256' | 'plain' } | undefined;
  /** Of the sign-in: sessions end for everything before a number. */
  serial: number;
  redeemed: boolean;
};

export type RefreshToken = { clientId: string; person: Person; scope: string; serial: number };

export type DeviceCode = {
  clientId: string;
  scope: string;
  userCode: string;
  answer: { person: Person; serial: number } | 'declined' | null;
};

export type BrowserSession = { person: Person; serial: number };

type Shelf<Kept> = {
  /** Answers the secret under which it is kept. */
  put(kept: Kept): string;
  get(secret: string | null | undefined): Kept | 'expired' | undefined;
  drop(secret: string): void;
  find(test: (kept: Kept) => boolean): Kept | undefined;
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
export const deviceCodeSeconds = 900;

function shelf<Kept>(lifetimeMs: number, prefix: string): Shelf<Kept> {
  const all = new Map<string, { kept: Kept; untilMs: number }>();
  return {
    put: (kept) => {
      const secret = prefix + randomBytes(48).toString('base64url');
      all.set(secret, { kept, untilMs: Date.now() + lifetimeMs });
      return secret;
    },
    get: (secret) => {
      const found = all.get(secret ?? '');
      if (!found) return undefined;
      return Date.now() < found.untilMs ? found.kept : 'expired';
    },
    drop: (secret) => {
      all.delete(secret);
    },
    find: (test) => [...all.values()].find(({ kept, untilMs }) => Date.now() < untilMs && test(kept))?.kept,
  };
}

export const createSessions = () => ({
  browsers: shelf<BrowserSession>(dayMs, ''),
  codes: shelf<AuthorizationCode>(10 * minuteMs, '1.'),
  refreshTokens: shelf<RefreshToken>(90 * dayMs, '1.A'),
  devices: shelf<DeviceCode>(deviceCodeSeconds * 1000, 'D'),
});

export type Sessions = ReturnType<typeof createSessions>;

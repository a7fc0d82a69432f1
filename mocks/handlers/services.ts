/** Everything a handler may use: the state, the engine behind KQL, and the tenant's manners. */
import type { RequestHandler } from 'msw';
import type { RegisteredCertificates } from '@/mocks/handlers/entra/client-assertion';
import type { TokenMint } from '@/mocks/handlers/entra/token-mint';
import type { Faults } from '@/mocks/handlers/manners/faults';
import type { Throttle } from '@/mocks/handlers/manners/throttle';
import type { Engine } from '@/mocks/kql/run/contract';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { Store } from '@/mocks/store/store';

export type Services = {
  store: Store;
  /** What has been written to the logs so far reaches the engine before a query runs. */
  logs: LogWriter;
  engine: Engine;
  mint: TokenMint;
  /** What clients may prove themselves with instead of a secret. */
  certificates: RegisteredCertificates;
  faults: Faults;
  throttle: Throttle;
  /** Requests answered since the start, by API and status. */
  traffic: Map<string, number>;
  /** Puts the tenant back to its seed. */
  reset(): Promise<void>;
};

export type HandlerGroup = (services: Services) => RequestHandler[];

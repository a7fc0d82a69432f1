/**
 * Run as a process of its own by microsoft-clients.test.ts, because a certificate authority can only be trusted from a
 * process's start. Prints what each part saw, or what it threw, as one line of JSON.
 */
import { graph } from '@/e2e/contract/microsoft-clients/graph';
import { logs } from '@/e2e/contract/microsoft-clients/logs';
import { sentinel } from '@/e2e/contract/microsoft-clients/sentinel';
import { applicationOfMsal, signInOfAPerson } from '@/e2e/contract/microsoft-clients/sign-in';
import { byCertificate, onBehalf, tokens } from '@/e2e/contract/microsoft-clients/tokens';
import { challenge, retries } from '@/e2e/contract/microsoft-clients/trouble';

const parts = {
  tokens,
  byCertificate,
  applicationOfMsal,
  signInOfAPerson,
  onBehalf,
  sentinel,
  graph,
  logs,
  retries,
  challenge,
};

const seen: Record<string, unknown> = {};
for (const [name, part] of Object.entries(parts)) {
  const startedAtMs = Date.now();
  seen[name] = await part().catch((error: unknown) => ({ threw: error instanceof Error ? error.stack : error }));
  console.error(`${name}: ${Date.now() - startedAtMs} ms`);
}
console.log(JSON.stringify(seen));

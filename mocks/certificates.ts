/**
 * A certificate authority that nobody keeps, a certificate for this machine and one for the console's application. They are dated
 * by real time: the tenant's clock is in 2025, the clients' TLS is not.
 */
import { generate } from 'selfsigned';

export type Certificates = {
  ca: string;
  cert: string;
  key: string;
  /** What the console's application may sign in with; signed by nobody but itself, as Entra takes them. */
  clientCert: string;
  clientKey: string;
};

const dayMs = 86_400_000;
const validDays = 30;

export async function makeCertificates(): Promise<Certificates> {
  const notBeforeDate = new Date(Date.now() - dayMs);
  const notAfterDate = new Date(Date.now() + validDays * dayMs);
  const shared = { algorithm: 'sha256', keySize: 2048, notBeforeDate, notAfterDate } as const;
  const authority = await generate([{ name: 'commonName', value: 'Contoso mock tenant CA' }], {
    ...shared,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...shared,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  const client = await generate([{ name: 'commonName', value: 'OneQueue' }], shared);
  return {
    ca: authority.cert,
    cert: leaf.cert,
    key: leaf.private,
    clientCert: client.cert,
    clientKey: client.private,
  };
}

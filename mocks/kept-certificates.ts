/**
 * The tenant's certificates, kept in its folder: a console that trusts the tenant's authority goes on trusting it when
 * the tenant is started again. Made anew when they are missing, unreadable or about to end.
 */
import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Certificates, makeCertificates } from '@/mocks/certificates';

const text = z.string();
const kept = z.object({ ca: text, cert: text, key: text, clientCert: text, clientKey: text });
const dayMs = 86_400_000;

function lasts(pem: string): boolean {
  return Date.parse(new X509Certificate(pem).validTo) > Date.now() + dayMs;
}

async function read(file: string): Promise<Certificates | null> {
  try {
    const certificates = kept.parse(JSON.parse(await readFile(file, 'utf8')));
    const { ca, cert, clientCert } = certificates;
    return [ca, cert, clientCert].every(lasts) ? certificates : null;
  } catch {
    // Not there, cut short or of another make: new ones cost a second.
    return null;
  }
}

export async function keptCertificates(folder: string): Promise<Certificates> {
  const file = join(folder, 'certificates.json');
  const known = await read(file);
  if (known !== null) return known;
  const certificates = await makeCertificates();
  await mkdir(folder, { recursive: true });
  // The key is for this machine only, and half a file must never be read.
  await writeFile(`${file}.new`, JSON.stringify(certificates), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return certificates;
}

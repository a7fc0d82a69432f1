import type { NextConfig } from 'next';

// Nothing of a build leaves the machine; Next reads this after its configuration (next/dist/telemetry/storage.js).
process.env.NEXT_TELEMETRY_DISABLED = '1';

const config: NextConfig = {
  // Native or script-shaped packages that must be loaded by Node itself, never bundled into the server.
  serverExternalPackages: ['@electric-sql/pglite', 'pg', '@kusto/language-service-next'],
  // Microsoft's parser is compiled by Bridge.NET and asks for Node's `fs`; in the browser there is none.
  turbopack: { root: import.meta.dirname, resolveAlias: { fs: { browser: './lib/kql/no-fs.ts' } } },
  poweredByHeader: false,
  // Types are checked once, for everything, by `npm run test:types`.
  typescript: { ignoreBuildErrors: true },
};

export default config;

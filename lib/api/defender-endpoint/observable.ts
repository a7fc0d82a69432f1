/** What Defender for Endpoint knows of files, addresses and domains. */
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type EndpointDomainStatistics,
  type EndpointFile,
  type EndpointFileStatistics,
  type EndpointIpStatistics,
  endpointDomainStatistics,
  endpointFile,
  endpointFileStatistics,
  endpointIpStatistics,
} from '@/lib/wire/defender-endpoint/observable';

/** `lookBackHours` up to 720; 30 days when it is left out. */
type Window = { lookBackHours?: number; signal?: AbortSignal };

/** What is known of a file, and how common files, addresses and domains are in the organisation. */
export type EndpointObservables = {
  /** By SHA-1 or SHA-256. https://learn.microsoft.com/defender-endpoint/api/get-file-information */
  file(hash: string, signal?: AbortSignal): Promise<EndpointFile>;
  /** https://learn.microsoft.com/defender-endpoint/api/get-file-statistics */
  fileStatistics(hash: string, window?: Window): Promise<EndpointFileStatistics>;
  ipStatistics(address: string, window?: Window): Promise<EndpointIpStatistics>;
  domainStatistics(domain: string, window?: Window): Promise<EndpointDomainStatistics>;
};

/** Needs `File.Read.All`, `Ip.Read.All` and `URL.Read.All`. What was never seen is an ApiError of status 404. */
export const endpointObservables = (call: Call): EndpointObservables => ({
  file: (hash, signal) => call({ method: 'GET', path: `/api/files/${segment(hash)}`, signal, reply: endpointFile }),
  fileStatistics: (hash, { lookBackHours, signal } = {}) =>
    call({
      method: 'GET',
      path: `/api/files/${segment(hash)}/stats`,
      query: { lookBackHours },
      signal,
      reply: endpointFileStatistics,
    }),
  ipStatistics: (address, { lookBackHours, signal } = {}) =>
    call({
      method: 'GET',
      path: `/api/ips/${segment(address)}/stats`,
      query: { lookBackHours },
      signal,
      reply: endpointIpStatistics,
    }),
  domainStatistics: (domain, { lookBackHours, signal } = {}) =>
    call({
      method: 'GET',
      path: `/api/domains/${segment(domain)}/stats`,
      query: { lookBackHours },
      signal,
      reply: endpointDomainStatistics,
    }),
});

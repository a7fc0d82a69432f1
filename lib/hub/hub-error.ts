/** What the hub refuses or cannot do, in words for people. `code` tells the rpc layer which kind of answer it is. */
export class HubError extends Error {
  override readonly name = 'HubError';
  constructor(
    readonly code: 'notFound' | 'notAllowed' | 'unavailable' | 'notConfigured',
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
  }
}

/** What is said of a key that neither system has. */
export const noIncident = (key: string): string => `There is no incident ${key} in Defender or Sentinel.`;

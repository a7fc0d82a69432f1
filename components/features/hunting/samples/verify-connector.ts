/** Q1 of the product's source texts, verbatim: Verify the connector. */
import type { SampleQuery } from './sample-query';

export const verifyConnector: SampleQuery = {
  id: 'Q1',
  title: 'Verify the connector',
  about: 'Defender incidents seen in the workspace',
  note: 'After onboarding, synced incidents carry the provider name "Microsoft XDR", so this finds nothing; and take 10 returns any ten rows, not the last ten.',
  text: `SecurityIncident | where ProviderName == "Microsoft 365 Defender" | take 10`,
};

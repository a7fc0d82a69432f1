/** Entra ID: the token endpoint, and with it everything else that stands on its host. */
import { HttpResponse, http } from 'msw';
import type { EntraToken } from '@/lib/wire/entra/token';
import { authorizeHandlers } from '@/mocks/handlers/entra/authorize';
import { authenticated } from '@/mocks/handlers/entra/client-authentication';
import { deviceCodeHandlers } from '@/mocks/handlers/entra/device-code';
import { discoveryHandlers } from '@/mocks/handlers/entra/discovery';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import {
  type Asking,
  byClientCredentials,
  byCode,
  byDeviceCode,
  byRefreshToken,
  onBehalfOf,
} from '@/mocks/handlers/entra/grants';
import { createSessions } from '@/mocks/handlers/entra/sessions';
import { createSignInLog } from '@/mocks/handlers/entra/sign-in-log';
import { entraHost, isAnybody, requireTenant } from '@/mocks/handlers/entra/tenant-name';
import type { HandlerGroup } from '@/mocks/handlers/services';

const grants = new Map<string | null, (asking: Asking) => Promise<EntraToken>>([
  ['client_credentials', byClientCredentials],
  ['authorization_code', byCode],
  ['refresh_token', byRefreshToken],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', onBehalfOf],
  ['urn:ietf:params:oauth:grant-type:device_code', byDeviceCode],
]);

export const tokenHandlers: HandlerGroup = (services) => {
  const { mint, store, certificates } = services;
  const sessions = createSessions();
  const log = createSignInLog(services);
  // Whoever revokes sessions or turns an account off, through whichever API, ends what was handed out for it.
  store.listen((event) => {
    if (event.kind !== 'accountChanged') return;
    const { account, fields } = event;
    const turnedOff = fields.includes('enabled') && !account.fields.enabled;
    if (turnedOff || fields.includes('sessionsValidFrom')) mint.callIn(account.person.objectId, true);
  });
  return [
    http.post(`${entraHost}/:tenant/oauth2/v2.0/token`, async ({ request, params }) => {
      const tenant = requireTenant(params.tenant);
      const form = new URLSearchParams(await request.text());
      const type = form.get('grant_type');
      const grant = grants.get(type);
      if (!grant) throw entraRefusal(70003, `The app requested an unsupported grant type '${type ?? ''}'.`);
      if (type === 'client_credentials' && isAnybody(tenant)) {
        throw entraRefusal(
          50059,
          'No tenant-identifying information found in either the request or implied by any provided credentials.',
        );
      }
      const application = await authenticated(request, form, certificates);
      const tokens = await grant({ request, application, form, mint, sessions, store, log });
      return HttpResponse.json(tokens, { headers: { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' } });
    }),
    ...discoveryHandlers(services),
    ...authorizeHandlers(services, sessions, log),
    ...deviceCodeHandlers(services, sessions, log),
  ];
};

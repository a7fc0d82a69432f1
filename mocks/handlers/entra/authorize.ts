/** Signing in: the authorize endpoint, its page, and signing out. */
import { HttpResponse, http } from 'msw';
import { isDisabled } from '@/mocks/handlers/entra/disabled-account';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import type { BrowserSession, Sessions } from '@/mocks/handlers/entra/sessions';
import type { SignInLog } from '@/mocks/handlers/entra/sign-in-log';
import { chosen, formPostPage, messagePage, refusalPage, signInPage } from '@/mocks/handlers/entra/sign-in-page';
import {
  type ReplyAddress,
  replyAddressOf,
  type SignInRequest,
  signInRequestOf,
} from '@/mocks/handlers/entra/sign-in-request';
import { entraHost, requireTenant } from '@/mocks/handlers/entra/tenant-name';
import { linkTo } from '@/mocks/handlers/manners/exchange';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { Services } from '@/mocks/handlers/services';
import type { Directory, Person } from '@/mocks/store/directory';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const cookieName = 'ESTSAUTHPERSISTENT';
/** On a shared origin the cookie stays below Entra's own path: nobody else there gets to see it. */
function cookieOf(secret: string, ...more: string[]): string {
  const path = new URL(linkTo(`${entraHost}/`)).pathname;
  return [`${cookieName}=${secret}`, `Path=${path}`, 'Secure', 'HttpOnly', 'SameSite=None', ...more].join('; ');
}

const ownFields = ['username', 'other', 'cancel'];

/** The people a demonstration signs in as: the SOC, and whoever administers something. */
export const personas = (directory: Directory): Person[] =>
  directory.people.filter((person) => person.roles.length > 0 || person.department === 'Security Operations');

function back(to: ReplyAddress, fields: Record<string, string | undefined>, cookie?: string): Response {
  const all = { ...fields, state: to.state, session_state: undefined };
  const present = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (to.responseMode === 'form_post') return formPostPage(to.redirectUri, present);
  const url = new URL(to.redirectUri);
  const values = new URLSearchParams(present);
  if (to.responseMode === 'fragment') url.hash = values.toString();
  else for (const [name, value] of values) url.searchParams.set(name, value);
  return new HttpResponse(null, {
    status: 302,
    headers: {
      location: url.href,
      'cache-control': 'no-store',
      ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
    },
  });
}

const backWith = (to: ReplyAddress, { code, message, extra }: Refusal): Response =>
  back(to, {
    error: code,
    error_description: message,
    error_uri: typeof extra.error_uri === 'string' ? extra.error_uri : undefined,
  });

/** Answers with a page as long as the reply address isn't trusted, and by redirect from then on. */
function answering(params: URLSearchParams, answer: (request: SignInRequest) => Response): Response {
  let address: ReplyAddress | undefined;
  try {
    address = replyAddressOf(params);
    return answer(signInRequestOf(params, address));
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return address ? backWith(address, failure) : refusalPage(failure);
  }
}

export function authorizeHandlers({ mint, store }: Services, sessions: Sessions, log: SignInLog) {
  const sessionOf = (request: Request): BrowserSession | undefined => {
    const secret = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
    const found = sessions.browsers.get(secret);
    if (!found || found === 'expired') return undefined;
    return mint.isCalledIn(found.person.objectId, found.serial, 'session') ? undefined : found;
  };

  const codeFor = (request: SignInRequest, { person, serial }: BrowserSession, cookie?: string): Response => {
    const { application, redirectUri, scope, nonce, challenge } = request;
    const { clientId } = application;
    const kept = { clientId, person, redirectUri, scope, nonce, challenge, serial, redeemed: false };
    return back(request, { code: sessions.codes.put(kept) }, cookie);
  };

  const askWho = (tenant: string, params: URLSearchParams, request: SignInRequest, complaint?: string): Response => {
    const hinted = request.loginHint ? store.directory.byUpn(request.loginHint) : undefined;
    const others = personas(store.directory).filter((person) => person !== hinted);
    return signInPage({
      action: linkTo(`${entraHost}/${tenant}/login`),
      applicationName: request.application.displayName,
      people: hinted ? [hinted, ...others] : others,
      fields: [...params].filter(([name]) => !ownFields.includes(name)),
      complaint,
    });
  };

  return [
    http.get(`${entraHost}/:tenant/oauth2/v2.0/authorize`, ({ request, params }) => {
      const tenant = requireTenant(params.tenant);
      const asked = new URL(request.url).searchParams;
      return answering(asked, (signIn) => {
        const session = sessionOf(request);
        const hint = signIn.loginHint?.toLowerCase();
        const fits = session !== undefined && (hint === undefined || session.person.upn === hint);
        if (fits && (signIn.prompt === undefined || signIn.prompt === 'none')) return codeFor(signIn, session);
        if (signIn.prompt !== 'none') return askWho(tenant, asked, signIn);
        if (session)
          throw entraRefusal(
            16000,
            `User account '${hint ?? ''}' from identity provider '${tenantFacts.tenantId}' is not signed in. Sign in with that account.`,
          );
        throw entraRefusal(50058, 'A silent sign-in request was sent but no user is signed in.');
      });
    }),

    http.post(`${entraHost}/:tenant/login`, async ({ request, params }) => {
      const tenant = requireTenant(params.tenant);
      const form = new URLSearchParams(await request.text());
      return answering(form, (signIn) => {
        if (form.has('cancel')) throw entraRefusal(65004, 'User declined to consent to access the app.');
        const name = chosen(form);
        const person = store.directory.byUpn(name);
        if (!person) {
          const complaint = `AADSTS50034: The user account ${name} does not exist in the ${tenantFacts.domain} directory.`;
          return askWho(tenant, form, signIn, complaint);
        }
        const { application, scope } = signIn;
        const disabled = isDisabled(store.accounts, person);
        log(request, { person, application, scope, interactive: true, resultType: disabled ? 50057 : 0 });
        if (disabled) {
          return askWho(
            tenant,
            form,
            signIn,
            'AADSTS50057: Your account has been locked. The user account is disabled.',
          );
        }
        const session = { person, serial: mint.nextSerial() };
        const secret = sessions.browsers.put(session);
        return codeFor(signIn, session, cookieOf(secret));
      });
    }),

    http.get(`${entraHost}/:tenant/oauth2/v2.0/logout`, ({ request, params }) => {
      requireTenant(params.tenant);
      const to = new URL(request.url).searchParams.get('post_logout_redirect_uri');
      const forget = cookieOf('', 'Max-Age=0');
      const known = to !== null && URL.canParse(to) && ['localhost', '127.0.0.1'].includes(new URL(to).hostname);
      const answer = known
        ? new HttpResponse(null, { status: 302, headers: { location: to } })
        : messagePage('Signed out', 'You signed out of your account. It’s a good idea to close all browser windows.');
      answer.headers.set('set-cookie', forget);
      return answer;
    }),
  ];
}

/** Signing in on another device. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code */
import { randomInt } from 'node:crypto';
import { HttpResponse, http } from 'msw';
import type { DeviceAuthorization } from '@/lib/wire/entra/discovery';
import { applicationOf } from '@/mocks/handlers/entra/applications';
import { personas } from '@/mocks/handlers/entra/authorize';
import { clientOf } from '@/mocks/handlers/entra/client-authentication';
import { isDisabled } from '@/mocks/handlers/entra/disabled-account';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import { grantedScopes, wantedOf } from '@/mocks/handlers/entra/scopes';
import { deviceCodeSeconds, type Sessions } from '@/mocks/handlers/entra/sessions';
import type { SignInLog } from '@/mocks/handlers/entra/sign-in-log';
import { chosen, messagePage, signInPage } from '@/mocks/handlers/entra/sign-in-page';
import { entraHost, requireTenant } from '@/mocks/handlers/entra/tenant-name';
import { linkTo } from '@/mocks/handlers/manners/exchange';
import type { Services } from '@/mocks/handlers/services';

const page = `${entraHost}/common/oauth2/deviceauth`;
const pollSeconds = 5;
/** Without vowels and look-alikes, so that it spells nothing and reads well. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const codeLength = 9;

const newUserCode = (): string => Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');

export function deviceCodeHandlers({ mint, store }: Services, sessions: Sessions, log: SignInLog) {
  const ask = (complaint?: string) =>
    signInPage({
      action: linkTo(page),
      applicationName: 'an application on another device',
      people: personas(store.directory),
      fields: [],
      extra: '<label>Code shown on the device<input type="text" name="otc" required autocomplete="off"></label>',
      complaint,
    });

  return [
    http.post(`${entraHost}/:tenant/oauth2/v2.0/devicecode`, async ({ request, params }) => {
      requireTenant(params.tenant);
      const form = new URLSearchParams(await request.text());
      const { application } = clientOf(request, form);
      const scope = form.get('scope') ?? '';
      const wanted = wantedOf(scope);
      if (wanted) grantedScopes(application, wanted);
      const userCode = newUserCode();
      const { clientId } = application;
      const url = linkTo(page);
      const reply: DeviceAuthorization = {
        user_code: userCode,
        device_code: sessions.devices.put({ clientId, scope, userCode, answer: null }),
        verification_uri: url,
        expires_in: deviceCodeSeconds,
        interval: pollSeconds,
        message: `To sign in, use a web browser to open the page ${url} and enter the code ${userCode} to authenticate.`,
      };
      return HttpResponse.json(reply);
    }),
    http.get(page, () => ask()),
    http.post(page, async ({ request }) => {
      const form = new URLSearchParams(await request.text());
      const typed = (form.get('otc') ?? '').trim().toUpperCase();
      const device = sessions.devices.find(({ userCode, answer }) => userCode === typed && answer === null);
      if (!device) return ask(entraRefusal(70018, 'That code did not work. Check the code and try again.').message);
      if (form.has('cancel')) {
        device.answer = 'declined';
        return messagePage('Declined', 'The application on the other device was not signed in.');
      }
      const person = store.directory.byUpn(chosen(form));
      if (!person) return ask(entraRefusal(50034, 'The user account does not exist in this directory.').message);
      if (isDisabled(store.accounts, person)) {
        return ask(entraRefusal(50057, 'The user account is disabled.').message);
      }
      const application = applicationOf(device.clientId);
      if (application) log(request, { person, application, scope: device.scope, interactive: true });
      device.answer = { person, serial: mint.nextSerial() };
      return messagePage(
        'Signed in',
        'You have signed in to the application on your device. You may now close this window.',
      );
    }),
  ];
}

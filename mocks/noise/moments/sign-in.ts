/** An ordinary sign-in, now and then one that fails or looks a little odd. Never a risky one of alex.johnson's. */
import { weigh } from '@/lib/base/random';
import { apps, appUse } from '@/mocks/company/apps';
import { elsewhere, homeIp } from '@/mocks/company/sites';
import type { SignIn } from '@/mocks/company/telemetry/sign-in';
import { agentOf, whereabouts } from '@/mocks/noise/moments/whereabouts';
import type { Moment } from '@/mocks/noise/table';

const results = weigh<number>([
  [0, 91.2],
  [50126, 3.6],
  [50074, 1.6],
  [50076, 1.4],
  [53003, 0.9],
  [53000, 0.6],
  [50055, 0.4],
  [65001, 0.2],
  [500121, 0.1],
]);

const odd = [elsewhere.saoPaulo, elsewhere.lagos, elsewhere.amsterdam, elsewhere.singapore];

/** The tables of the stream `sign-ins` draw this first, so that they tell of the same sign-in. */
export function signInMoment({ at, staff, random }: Moment): SignIn {
  const person = staff.someone(at, random);
  const laptop = staff.laptop(person);
  const agent = agentOf(laptop, random);
  const where = whereabouts(person, random);
  const resultType = random.draw(results);
  const app = random.draw(appUse);
  const risky =
    random.chance(0.004) && person.accountName !== 'alex.johnson' && app !== apps.azurePortal && app !== apps.azureCli;
  const strange = risky ? { ip: homeIp(220 + random.int(30)), place: random.pick(odd) } : where;
  return {
    at,
    person,
    app,
    ...strange,
    resultType,
    risk: risky ? random.pick(['low', 'low', 'medium', 'medium', 'high'] as const) : 'none',
    riskEvents: risky ? ['unfamiliarFeatures'] : [],
    device: risky || agent.os.startsWith('Ios') ? null : laptop,
    userAgent: agent.text,
    browser: agent.browser,
    os: agent.os,
    mfa: random.chance(0.6),
    requestId: random.guid(),
    correlationId: random.guid(),
  };
}

import { describe, expect, it } from 'vitest';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { Hub } from '@/lib/hub/hub';
import { userCookie, whoAsks, whoSettings } from '@/lib/rpc/who';

const person = (name: string): Assignee => ({ name, displayName: null, objectId: null });
const sam: Assignee = { name: 'sam.lee@contoso.com', displayName: 'Sam Lee', objectId: null };

/** Guaranteed by `whoAsks`: it asks a hub for nothing else. */
function hubWith(assignable: () => Promise<Assignee[]>): Hub {
  return { user: 'maya.chen@contoso.com', person, assignable } as Hub;
}
const hub = hubWith(async () => [sam]);

const asked = (headers: Record<string, string>, environment: Record<string, string>, by = hub) =>
  whoAsks(new Request('https://console.example', { headers }), by, whoSettings(environment));
const cookie = (upn: string) => ({ cookie: `a=b; ${userCookie}=${encodeURIComponent(upn)}; c=d` });

describe('whoAsks', () => {
  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['whose console it is', {}, {}, 'maya.chen@contoso.com'],
    ['whom the proxy names', { 'x-user': 'rosa@contoso.com' }, { ONEQUEUE_USER_HEADER: 'x-user' }, 'rosa@contoso.com'],
    ['nobody whom no proxy was told of', { 'x-user': 'rosa@contoso.com' }, {}, 'maya.chen@contoso.com'],
    ['whom the page chose', cookie('SAM.lee@contoso.com'), { ONEQUEUE_USER_SWITCH: 'on' }, sam.name],
    ['nobody whom the page may not choose', cookie(sam.name), {}, 'maya.chen@contoso.com'],
    [
      'nobody who does not work here',
      cookie('eve@attacker.example'),
      { ONEQUEUE_USER_SWITCH: 'on' },
      'maya.chen@contoso.com',
    ],
    [
      'nobody by a broken cookie',
      { cookie: `${userCookie}=%zz` },
      { ONEQUEUE_USER_SWITCH: 'on' },
      'maya.chen@contoso.com',
    ],
    [
      'the proxy before the page',
      { ...cookie(sam.name), 'x-user': 'rosa@contoso.com' },
      { ONEQUEUE_USER_HEADER: 'x-user', ONEQUEUE_USER_SWITCH: 'on' },
      'rosa@contoso.com',
    ],
  ])('takes %s', async (_, headers, environment, name) => {
    expect((await asked(headers, environment)).name).toBe(name);
  });

  it('lets nobody choose where a proxy says who it is', () => {
    expect(whoSettings({ ONEQUEUE_USER_HEADER: 'x-user', ONEQUEUE_USER_SWITCH: 'on' }).switchable).toBe(false);
  });
});

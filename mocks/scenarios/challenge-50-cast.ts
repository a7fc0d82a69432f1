/** Who and what Challenge 50 is about, the mail it begins with, and the programs that the page leaves on the laptop. */
import { guidOf } from '@/lib/base/random';
import { apps } from '@/mocks/company/apps';
import type { AzureResource } from '@/mocks/company/azure';
import type { Person } from '@/mocks/company/people';
import { attackerIp } from '@/mocks/company/sites';
import { binaries, binary } from '@/mocks/company/telemetry/binaries';
import { type CloudApp, cloudApps } from '@/mocks/company/telemetry/cloud';
import type { RunningProgram } from '@/mocks/company/telemetry/device';
import type { Message } from '@/mocks/company/telemetry/mail';
import { carpathia } from '@/mocks/scenarios/kernel/attack';
import { child } from '@/mocks/scenarios/kernel/device-lines';
import { azureLine, cloudLine, type Foothold, type SignInDeed, signInLines } from '@/mocks/scenarios/kernel/lines';
import { resolverOf } from '@/mocks/scenarios/kernel/network-lines';
import type { Line } from '@/mocks/scenarios/kernel/rows';
import type { Scene } from '@/mocks/scenarios/kernel/story';
import { minute } from '@/mocks/scenarios/kernel/time';
import { followLink } from '@/mocks/scenarios/kernel/web-lines';

const lure = 'https://invoices.fabrikam-payments.example/view?id=48213';
export const intruder = carpathia.main;

/** The script that the page leaves, and what it asks about the domain. */
function programsOf(at: (minutes: number, seconds?: number) => number, alex: Person, browser: RunningProgram) {
  const script = binary('invoice_48213.cmd', `C:\\Users\\${alex.accountName}\\AppData\\Local\\Temp`, '');
  const shell = child(browser, binaries.cmd, 'cmd.exe /c "%TEMP%\\invoice_48213.cmd"', at(24));
  const admins = child(shell, binaries.net1, 'C:\\Windows\\system32\\net1 group "Domain Admins" /domain', at(25, 35));
  const questions = [
    child(shell, binaries.whoami, 'whoami.exe /all', at(24, 12)),
    child(shell, binaries.nltest, 'nltest.exe /dclist:contoso.com', at(24, 40)),
    child(shell, binaries.nltest, 'nltest.exe /domain_trusts /all_trusts', at(25, 3)),
    admins,
  ];
  return { script, shell, questions, admins };
}

/** With a clock that counts minutes from 08:30. */
export function challenge50Cast({ company, startAt }: Scene) {
  const alex = company.person('alex.johnson');
  const at = (minutes: number, seconds = 0) => startAt + minutes * minute + seconds * 1_000;
  const signsIn = (when: number, from: Foothold, more: Partial<SignInDeed>): Line[] =>
    signInLines({ at: when, person: alex, from, app: apps.azurePortal, ...more });
  const does = (
    when: number,
    app: CloudApp,
    action: string,
    object: string,
    objectType: string,
    from: Foothold = intruder,
  ): Line =>
    cloudLine({ at: when, person: alex, from, app, action, object, objectType, isAdmin: app === cloudApps.azure });
  const operates = (when: number, resource: AzureResource, operation: string, from: Foothold = intruder): Line =>
    azureLine(when, alex, from, resource, operation);
  const laptop = company.laptopOf(alex);
  const controller = resolverOf(company.devices, laptop.site);
  const followed = followLink({ company, at: at(8, 41), person: alex, laptop, url: lure, remoteIp: intruder.ip });
  const programs = programsOf(at, alex, followed.browser);
  return { company, alex, laptop, controller, at, signsIn, does, operates, followed, programs };
}
export type Cast = ReturnType<typeof challenge50Cast>;

export function invoice(recipient: Person, at: number, landed: boolean): Message {
  return {
    at,
    networkMessageId: guidOf(`urgent-invoice/${recipient.upn}/${at}`),
    senderAddress: 'billing@fabrikam-payments.example',
    senderName: 'Fabrikam Accounts Receivable',
    senderIp: attackerIp(20),
    recipient,
    subject: 'Urgent Invoice 48213: payment overdue',
    direction: 'Inbound',
    deliveryAction: landed ? 'Delivered' : 'Blocked',
    deliveryLocation: landed ? 'Inbox/folder' : 'Quarantine',
    threatTypes: landed ? '' : 'Phish',
    urls: [lure],
    attachments: [],
  };
}

/** The first half of Challenge 50: what came before, the mail, the stolen session in the mailbox, the script on the laptop. */
import { guidOf } from '@/lib/base/random';
import { apps } from '@/mocks/company/apps';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { indicatorRow, stixIndicatorRow } from '@/mocks/company/telemetry/indicator';
import type { Message } from '@/mocks/company/telemetry/mail';
import { type Cast, intruder, invoice } from '@/mocks/scenarios/challenge-50-cast';
import { carpathia } from '@/mocks/scenarios/kernel/attack';
import { behaviorLines } from '@/mocks/scenarios/kernel/behavior-lines';
import { fileLine, processLine } from '@/mocks/scenarios/kernel/device-lines';
import { directoryQuestionLine } from '@/mocks/scenarios/kernel/identity-lines';
import { signInLines, tokenLines } from '@/mocks/scenarios/kernel/lines';
import { clickLine, mailboxLine, mailLines } from '@/mocks/scenarios/kernel/mail-lines';
import { trafficLines } from '@/mocks/scenarios/kernel/network-lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { Step } from '@/mocks/scenarios/kernel/story';
import { day, minute } from '@/mocks/scenarios/kernel/time';

/** Two days earlier: a slow spray from the same address, and feeds that know the network. */
export function prelude({ company, at }: Cast): Step[] {
  const start = at(0) - 2 * day;
  const targets = company.people
    .filter((person) => ['IT Operations', 'Finance'].includes(person.department))
    .slice(0, 7);
  const known = [
    { ip: carpathia.main.ip, threatType: 'Phishing', confidence: 85 },
    { ip: carpathia.second.ip, threatType: 'Phishing', confidence: 80 },
    { ip: carpathia.commandAndControl.ip, threatType: 'C2', confidence: 92 },
  ];
  return [
    {
      at: start,
      what: 'Two days earlier, a slow password spray against IT and Finance comes from the same address',
      technique: 'T1110.003',
      rows: () =>
        batches(
          targets.flatMap((person, index) =>
            signInLines({
              at: start + index * 7 * minute,
              person,
              from: intruder,
              app: apps.exchange,
              risk: 'low',
              resultType: 50126,
            }),
          ),
        ),
    },
    {
      at: at(0) - 20 * 60 * minute,
      what: 'A threat-intelligence feed lists the network',
      technique: null,
      rows: () =>
        batches(
          known.flatMap((entry): Line[] => {
            const when = at(0) - 20 * 60 * minute;
            const indicator = {
              ...entry,
              at: when,
              id: guidOf(`indicator/${entry.ip}`),
              provider: 'Microsoft Defender Threat Intelligence',
              expiresAt: when + 90 * day,
              description: 'Carpathia Hosting: sign-in relay',
            };
            return [
              ['ThreatIntelligenceIndicator', indicatorRow(indicator)],
              ['ThreatIntelIndicators', stixIndicatorRow(indicator)],
            ];
          }),
        ),
    },
  ];
}

export function phishing({ company, alex, at, followed }: Cast, mail: Message): Step[] {
  const colleagues = ['lucia.ferrari', 'nora.whitfield', 'devon.clarke'].map((name) => company.person(name));
  return [
    {
      at: mail.at,
      what: 'An "Urgent Invoice" mail reaches alex.johnson; three copies to colleagues are quarantined',
      technique: 'T1566.002',
      rows: () =>
        batches(
          [mail, ...colleagues.map((person, index) => invoice(person, mail.at + index * 2_000, false))].flatMap(
            mailLines,
          ),
        ),
    },
    {
      at: at(8, 39),
      what: `${alex.accountName} follows the link to a page that relays to the real sign-in page`,
      technique: 'T1204.001',
      rows: () =>
        batches([
          clickLine(at(8, 40), mail),
          ...followed.lines(),
          ...trafficLines({ ...followed.visit, at: at(9, 5) }),
        ]),
    },
  ];
}

export function stolenSession({ alex, at, signsIn, does }: Cast): Step[] {
  const rule = `${alex.upn}\\..`;
  const parameters = JSON.stringify([
    { Name: 'SubjectOrBodyContainsWords', Value: 'invoice;fabrikam' },
    { Name: 'DeleteMessage', Value: 'True' },
    { Name: 'StopProcessingRules', Value: 'True' },
  ]);
  const mailbox = { person: alex, ip: intruder.ip };
  return [
    {
      at: at(12, 2),
      what: 'Two refused second factors, then a high-risk session from Bucharest',
      technique: 'T1078.004',
      rows: () =>
        batches([
          ...signsIn(at(12, 2), intruder, { app: apps.officeHome, risk: 'medium', resultType: 500121 }),
          ...signsIn(at(12, 44), intruder, { app: apps.officeHome, risk: 'medium', resultType: 500121 }),
          ...signsIn(at(14, 5), intruder, { app: apps.officeHome, risk: 'high' }),
          ...signsIn(at(16, 30), intruder, { app: apps.exchange, risk: 'high' }),
          ...tokenLines({ at: at(17, 5), person: alex, from: intruder, app: apps.exchange, risk: 'high' }),
          does(at(14, 6), cloudApps.m365, 'Log on', 'Microsoft 365', 'Service'),
        ]),
    },
    {
      at: at(17, 15),
      what: 'The mailbox is read, and a rule hides answers that mention invoices',
      technique: 'T1564.008',
      rows: () =>
        batches([
          does(at(17, 15), cloudApps.exchange, 'MailItemsAccessed', alex.upn, 'Mailbox'),
          mailboxLine({ ...mailbox, at: at(17, 15), operation: 'MailItemsAccessed' }),
          does(at(18, 2), cloudApps.exchange, 'MailItemsAccessed', alex.upn, 'Mailbox'),
          mailboxLine({ ...mailbox, at: at(18, 2), operation: 'MailItemsAccessed' }),
          does(at(20, 31), cloudApps.exchange, 'New-InboxRule', rule, 'Rule'),
          mailboxLine({ ...mailbox, at: at(20, 31), operation: 'New-InboxRule', parameters }),
          ...behaviorLines({
            at: at(25),
            startAt: at(17, 15),
            endAt: at(20, 31),
            actionType: 'ActivityFromInfrequentCountry',
            description: `${alex.displayName} was active from Romania, where nobody had been active before.`,
            category: 'Defense evasion',
            techniques: ['Valid Accounts (T1078)'],
            person: alex,
            app: cloudApps.exchange,
            ips: [intruder.ip],
          }),
        ]),
    },
  ];
}

export function reconnaissance({ alex, laptop, controller, at, followed, programs }: Cast): Step[] {
  const { script, shell, questions } = programs;
  const asks = { person: alex, from: laptop, controller };
  return [
    {
      at: at(23, 40),
      what: 'The page also leaves a script among the temporary files',
      technique: 'T1105',
      rows: () =>
        batches([
          fileLine(at(23, 40), laptop, alex, followed.browser, script, {
            action: 'FileCreated',
            originUrl: `https://${followed.visit.host}/view/${script.fileName}`,
          }),
        ]),
    },
    {
      at: at(24),
      what: 'The script runs: whoami, nltest and net1 on the laptop within the hour',
      technique: 'T1087.002',
      rows: () =>
        batches([
          processLine(laptop, alex, followed.browser, shell),
          ...questions.map((question) => processLine(laptop, alex, shell, question)),
          directoryQuestionLine({
            ...asks,
            at: at(24, 41),
            protocol: 'Ldap',
            queryType: 'AllDomainControllers',
            query: '(&(objectCategory=computer)(userAccountControl:1.2.840.113556.1.4.803:=8192))',
            target: 'Domain controllers',
          }),
          directoryQuestionLine({
            ...asks,
            at: at(25, 36),
            protocol: 'Samr',
            queryType: 'EnumerateMembersInGroup',
            query: 'Domain Admins',
            target: 'Domain Admins',
          }),
        ]),
    },
  ];
}

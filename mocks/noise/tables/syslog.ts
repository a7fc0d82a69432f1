/** Syslog: the Linux servers. */
import { weigh } from '@/lib/base/random';
import { seasoned } from '@/mocks/noise/hostile';
import type { NoiseTable } from '@/mocks/noise/table';

const messages = weigh<{ facility: string; process: string; severity: string; text: string }>([
  [{ facility: 'cron', process: 'CRON', severity: 'info', text: '(root) CMD (/opt/contoso/bin/rotate.sh #)' }, 30],
  [{ facility: 'daemon', process: 'systemd', severity: 'info', text: 'Started Session # of user svc-deploy.' }, 20],
  [
    {
      facility: 'authpriv',
      process: 'sshd',
      severity: 'info',
      text: 'Accepted publickey for svc-deploy from 10.10.8.6 port # ssh2',
    },
    14,
  ],
  [
    {
      facility: 'authpriv',
      process: 'sshd',
      severity: 'notice',
      text: 'Failed password for invalid user admin from 192.0.2.77 port # ssh2',
    },
    4,
  ],
  [
    {
      facility: 'authpriv',
      process: 'sudo',
      severity: 'notice',
      text: 'svc-deploy : TTY=pts/0 ; PWD=/srv ; USER=root ; COMMAND=/usr/bin/systemctl reload nginx',
    },
    6,
  ],
  [
    {
      facility: 'kern',
      process: 'kernel',
      severity: 'warning',
      text: 'TCP: request_sock_TCP: Possible SYN flooding on port #.',
    },
    1,
  ],
  [
    {
      facility: 'local0',
      process: 'nginx',
      severity: 'info',
      text: '10.20.16.9 - - "GET /healthz HTTP/1.1" 200 # "-" "kube-probe/1.29"',
    },
    25,
  ],
]);

export const syslog: NoiseTable = {
  table: 'Syslog',
  share: 0.03,
  rhythm: 'machines',
  row: ({ at, staff, random }) => {
    const server = random.pick(staff.linuxServers);
    const message = random.draw(messages);
    return {
      TimeGenerated: at,
      EventTime: at,
      Computer: server.hostName,
      HostName: server.hostName,
      HostIP: server.ip,
      Facility: message.facility,
      SeverityLevel: message.severity,
      ProcessName: message.process,
      ProcessID: 300 + random.int(30_000),
      SyslogMessage: seasoned(message.text.replace('#', String(1_000 + random.int(60_000))), random),
      SourceSystem: 'Linux',
    };
  },
};

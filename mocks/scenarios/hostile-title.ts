/** Titles and entities that attackers choose: markup, a formula, direction overrides, and one title without end. */
import { binaries, binary } from '@/mocks/company/telemetry/binaries';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import { child, fileLine, processLine } from '@/mocks/scenarios/kernel/device-lines';
import { deviceEvidence, fileEvidence, urlEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { batches } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';
import { desktopOf } from '@/mocks/scenarios/kernel/web-lines';

/** Reads `Invoice_exe.pdf` on a screen that obeys direction overrides. */
const disguised = 'Invoice_\u202efdp.exe';

const hostile = `<script>alert(document.cookie)</script> "${disguised}" =cmd|'/C calc'!A0`;
const endless = `Suspicious file opened: ${'very long folder name that somebody made to push the rest out of sight / '.repeat(9)}${disguised}`;

function tellTitled(title: string, scene: Scene): Telling {
  const { random } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const file = binary(disguised, 'C:\\Users\\Public\\Downloads', '');
  const commandLine = `"${file.folderPath}" --note "<img src=x onerror=alert(1)>" ${'A'.repeat(8_000)}`;
  const explorer = desktopOf(at(5));
  const browser = child(explorer, binaries.edge, '"msedge.exe" --profile-directory=Default', at(-20));
  const part = { at: at(10), verdict: 'malicious', remediation: 'active' } as const;
  return {
    title,
    description: `Somebody named a file <b>${disguised}</b> and hoped that a console would believe it.\u0007`,
    severity: 'medium',
    tags: ['<img src=x onerror=alert(1)>', '=1+1'],
    alerts: [
      raiseAlert({
        product: 'endpoint',
        key: random.guid(),
        title: `File name uses direction override: ${disguised}`,
        description: '<iframe src="javascript:alert(1)"></iframe> [link](javascript:alert(1))',
        severity: 'medium',
        category: 'DefenseEvasion',
        techniques: ['T1036.002'],
        firstAt: at(5),
        lastAt: at(5),
        createdAt: at(10),
        evidence: [
          deviceEvidence(laptop, part),
          fileEvidence(file, laptop, part),
          userEvidence(person, part),
          urlEvidence('javascript:alert(document.domain)', part),
        ],
      }),
    ],
    steps: [
      {
        at: at(3),
        what: 'A file with a disguised name is downloaded and runs with an eight-thousand-character command line',
        technique: 'T1036.002',
        rows: () =>
          batches([
            fileLine(at(3), laptop, person, browser, file, {
              action: 'FileCreated',
              originUrl: 'https://files-share.example/get?name=<script>alert(1)</script>',
            }),
            processLine(laptop, person, explorer, child(explorer, file, commandLine, at(5))),
          ]),
      },
    ],
  };
}

export const hostileTitle: Story = {
  name: 'hostile-title',
  weight: 0,
  verdicts: [verdicts.malware],
  tell: (scene) => tellTitled(hostile, scene),
};
export const endlessTitle: Story = {
  name: 'endless-title',
  weight: 0,
  verdicts: [verdicts.malware],
  tell: (scene) => tellTitled(endless, scene),
};

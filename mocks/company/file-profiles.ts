/** What Microsoft would know of a file: the programs that everybody has, and those that only an alert has seen. */
import { hash32, hexOf } from '@/lib/base/random';
import { type Binary, binaries } from '@/mocks/company/telemetry/binaries';

export type CompanyFileProfile = {
  readonly SHA1: string;
  readonly SHA256: string;
  readonly MD5: string;
  readonly FileSize: number;
  readonly GlobalPrevalence: number;
  readonly GlobalFirstSeen: string;
  readonly GlobalLastSeen: string;
  readonly Signer: string;
  readonly Issuer: string;
  readonly SignerHash: string;
  readonly IsCertificateValid: boolean | null;
  readonly IsRootSignerMicrosoft: boolean | null;
  readonly SignatureState: 'SignedValid' | 'SignedInvalid' | 'Unsigned' | 'Unknown';
  readonly IsExecutable: boolean;
  readonly ThreatName: string;
  readonly Publisher: string;
  readonly SoftwareName: string;
};

const dayMs = 86_400_000;
const dayBefore = (now: Date, days: number): string => new Date(now.getTime() - days * dayMs).toISOString();

const isProgram = (fileName: string): boolean => /\.(exe|dll|scr|sys)$/i.test(fileName);

export type SeenFile = Pick<Binary, 'fileName' | 'sha1' | 'sha256' | 'md5' | 'size'>;

const identity = (file: SeenFile) => ({
  SHA1: file.sha1,
  SHA256: file.sha256,
  MD5: file.md5,
  FileSize: file.size,
  IsExecutable: isProgram(file.fileName),
});

/** The programs of the company: what Contoso makes itself is seldom seen elsewhere. */
export function knownFiles(now: Date): readonly CompanyFileProfile[] {
  return Object.values(binaries).map((file) => {
    const microsoft = file.vendor === 'Microsoft Corporation';
    const own = file.vendor.startsWith('Contoso');
    const draw = hash32(file.sha256) % 1000;
    return {
      ...identity(file),
      GlobalPrevalence: own ? 600 + draw : 200_000 + draw * 4000,
      GlobalFirstSeen: dayBefore(now, 200 + draw),
      GlobalLastSeen: dayBefore(now, 0),
      Signer: microsoft ? 'Microsoft Windows' : file.vendor,
      Issuer: microsoft ? 'Microsoft Windows Production PCA 2011' : 'Example Code Signing CA',
      SignerHash: hexOf(`contoso/signer/${file.vendor}`, 40),
      IsCertificateValid: true,
      IsRootSignerMicrosoft: microsoft,
      SignatureState: 'SignedValid',
      ThreatName: '',
      Publisher: file.vendor,
      SoftwareName: file.fileName.replace(/\.\w+$/, ''),
    };
  });
}

/** A file of an alert: nobody has signed it, and few have seen it. */
export function suspectFile(file: SeenFile, threatName: string, firstSeen: string): CompanyFileProfile {
  return {
    ...identity(file),
    GlobalPrevalence: 1 + (hash32(file.sha256) % 40),
    GlobalFirstSeen: firstSeen,
    GlobalLastSeen: firstSeen,
    Signer: '',
    Issuer: '',
    SignerHash: '',
    IsCertificateValid: null,
    IsRootSignerMicrosoft: null,
    SignatureState: 'Unsigned',
    ThreatName: threatName,
    Publisher: '',
    SoftwareName: '',
  };
}

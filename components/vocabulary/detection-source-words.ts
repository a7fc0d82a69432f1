/** What detected it (Graph `detectionSource`), where the product alone does not say it. */

const words: Readonly<Record<string, string>> = {
  antivirus: 'Antivirus',
  appGovernanceDetection: 'App governance detection',
  appGovernancePolicy: 'App governance policy',
  automatedInvestigation: 'Automated investigation',
  azureAdIdentityProtection: 'Entra ID Protection',
  builtInMl: 'Built-in machine learning',
  cloudAppSecurity: 'Defender for Cloud Apps',
  customDetection: 'Custom detection',
  customTi: 'Custom threat intelligence',
  manual: 'Manual',
  microsoft365Defender: 'Defender XDR',
  microsoftDataLossPrevention: 'Data Loss Prevention',
  microsoftDefenderForAIServices: 'Defender for AI services',
  microsoftDefenderForApiManagement: 'Defender for API Management',
  microsoftDefenderForAppService: 'Defender for App Service',
  microsoftDefenderForCloud: 'Defender for Cloud',
  microsoftDefenderForContainers: 'Defender for Containers',
  microsoftDefenderForDNS: 'Defender for DNS',
  microsoftDefenderForDatabases: 'Defender for Databases',
  microsoftDefenderForEndpoint: 'Endpoint detection and response',
  microsoftDefenderForIdentity: 'Defender for Identity',
  microsoftDefenderForIoT: 'Defender for IoT',
  microsoftDefenderForKeyVault: 'Defender for Key Vault',
  microsoftDefenderForNetwork: 'Defender for Network',
  microsoftDefenderForOffice365: 'Defender for Office 365',
  microsoftDefenderForResourceManager: 'Defender for Resource Manager',
  microsoftDefenderForServers: 'Defender for Servers',
  microsoftDefenderForStorage: 'Defender for Storage',
  microsoftDefenderThreatIntelligenceAnalytics: 'Threat intelligence analytics',
  microsoftInsiderRiskManagement: 'Insider Risk Management',
  microsoftSentinel: 'Microsoft Sentinel',
  microsoftThreatExperts: 'Defender Experts',
  microsoftThreatIntelligence: 'Microsoft threat intelligence',
  nrtAlerts: 'NRT rule',
  scheduledAlerts: 'Scheduled rule',
  securityCopilot: 'Security Copilot',
  smartScreen: 'SmartScreen',
  unknown: 'Unknown',
};

/** Microsoft adds sources now and then; one without words of ours is shown as it came. */
export function detectionSourceWord(source: string): string {
  return words[source] ?? source;
}

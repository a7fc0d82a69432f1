/** How many alerts Sentinel keeps of an incident. https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration */
export const sentinelMostAlerts = 150;

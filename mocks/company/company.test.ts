import { describe, expect, it } from 'vitest';
import { createCompany } from '@/mocks/company/company';

const contoso = createCompany(50);

describe('createCompany', () => {
  it('is the same company for the same seed', () => {
    expect(JSON.stringify(createCompany(50))).toBe(JSON.stringify(contoso));
    expect(JSON.stringify(createCompany(51).people)).not.toBe(JSON.stringify(contoso.people));
  });

  it('has about 500 people and 800 devices, each with an id of its own', () => {
    expect(contoso.people).toHaveLength(500);
    expect(contoso.devices.length).toBeGreaterThanOrEqual(780);
    expect(contoso.devices.length).toBeLessThanOrEqual(820);
    expect(new Set(contoso.people.map((person) => person.upn)).size).toBe(500);
    expect(new Set(contoso.people.map((person) => person.objectId)).size).toBe(500);
    expect(new Set(contoso.people.map((person) => person.sid)).size).toBe(500);
    expect(new Set(contoso.devices.map((device) => device.deviceId)).size).toBe(contoso.devices.length);
    expect(new Set(contoso.devices.map((device) => device.dnsName)).size).toBe(contoso.devices.length);
    expect(new Set(contoso.devices.map((device) => device.ip)).size).toBe(contoso.devices.length);
  });

  it('writes names the way the products do', () => {
    for (const person of contoso.people) expect(person.upn).toMatch(/^[a-z]+\.[a-z]+@contoso\.com$/);
    for (const device of contoso.devices) {
      expect(device.deviceId).toMatch(/^[0-9a-f]{40}$/);
      expect(device.mac).toMatch(/^[0-9A-F]{12}$/);
      expect(device.ip).toMatch(/^10\.\d{2}\.\d{1,3}\.\d{1,3}$/);
    }
  });

  it('knows the people the stories need', () => {
    expect(contoso.person('alex.johnson@contoso.com').department).toBe('IT Operations');
    expect(contoso.person('maya.chen').groups).toContain('SOC Tier 2');
    expect(contoso.soc.length).toBeGreaterThanOrEqual(6);
    expect(contoso.soc.length).toBeLessThanOrEqual(8);
    expect(contoso.laptopOf(contoso.person('alex.johnson')).osPlatform).toMatch(/^Windows/);
    expect(contoso.azureResources.map((resource) => resource.name)).toEqual(
      expect.arrayContaining(['kv-contoso-prod', 'stcontosoprod', 'law-contoso-unified']),
    );
    expect(() => contoso.person('nobody')).toThrow(/nobody/);
  });

  it('gives every employee a manager who works there', () => {
    for (const person of contoso.people.slice(1)) {
      expect(person.managerUpn, person.upn).not.toBeNull();
      if (person.managerUpn) expect(contoso.person(person.managerUpn).upn).toBe(person.managerUpn);
    }
  });
});

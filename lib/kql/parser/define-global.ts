// Bridge.NET's runtime writes to `global`, which workers lack. Imported before it, for that effect alone.
Object.assign(globalThis, { global: globalThis });

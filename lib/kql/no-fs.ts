// Stands in for Node's `fs` in the browser: Bridge.NET's runtime asks for the module while loading and never calls it there.
export {};

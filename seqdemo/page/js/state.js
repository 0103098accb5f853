// What a visitor has set, part by part: the one list from which an address is made and into which a lesson puts its own.

// What a browser remembers between visits. Private windows may refuse; then it lasts until the page is closed.
export function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}

export function makeState(root) {
  const parts = new Map();

  async function set(part, value) {
    try {
      return await part.set(value);
    } catch {
      return false;
    }
  }

  return {
    // `get` gives what JSON can hold, or null where nothing is set; `set` takes it back, and may return a promise. It
    // answers false to a value that makes no sense.
    keep(name, get, set) {
      parts.set(name, { get, set });
    },
    has: (name) => parts.has(name),
    values() {
      const all = [...parts].map(([name, part]) => [name, part.get()]);
      return Object.fromEntries(all.filter(([, value]) => value !== null));
    },
    // In the order in which the parts were named: a task before its model, letters before the step. Tells which parts
    // made no sense.
    async restore(values) {
      const refused = [];
      for (const [name, part] of parts) {
        const value = values[name] ?? null;
        if ((await set(part, value)) === false && value !== null) refused.push(name);
      }
      this.changed();
      return refused;
    },
    changed: () => root.dispatchEvent(new CustomEvent("set")),
  };
}

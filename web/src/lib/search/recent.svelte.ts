/** Something that was looked up: what it was called, and where it led. */
export interface Lookup {
  label: string;
  href: string;
}

const key = 'matinee.searches';
const most = 6;

function isLookup(one: unknown): one is Lookup {
  return typeof one === 'object' && one !== null && 'label' in one && 'href' in one && typeof one.label === 'string' && typeof one.href === 'string' && /^\/(?!\/)/.test(one.href);
}

function read(): Lookup[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown;
    return Array.isArray(kept) ? kept.filter(isLookup).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** What was looked up lately, on this device alone. */
class Recent {
  #all = $state.raw(read());

  get all(): readonly Lookup[] {
    return this.#all;
  }

  add(lookup: Lookup): void {
    this.#all = [lookup, ...this.#all.filter((one) => one.href !== lookup.href)].slice(0, most);
    try {
      localStorage.setItem(key, JSON.stringify(this.#all));
    } catch {
      // A full or forbidden storage: it lasts as long as the page does.
    }
  }

  clear(): void {
    this.#all = [];
    localStorage.removeItem(key);
  }
}

export const recent = new Recent();

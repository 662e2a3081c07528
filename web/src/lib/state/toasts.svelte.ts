/** A word to the viewer about what was just done, with a way back where there is one. */
export interface Toast {
  id: number;
  words: string;
  kind: 'done' | 'failed';
  action?: { label: string; run: () => void } | undefined;
}

const stay = 7000;
const stayWithAction = 12000;
const most = 3;

class Toasts {
  #next = 1;
  #all = $state<Toast[]>([]);

  get all(): readonly Toast[] {
    return this.#all;
  }

  done(words: string, action?: Toast['action']): void {
    this.#add({ id: this.#next++, words, kind: 'done', action });
  }

  failed(words: string, action?: Toast['action']): void {
    this.#add({ id: this.#next++, words, kind: 'failed', action });
  }

  remove(id: number): void {
    this.#all = this.#all.filter((toast) => toast.id !== id);
  }

  #add(toast: Toast): void {
    this.#all = [...this.#all.slice(1 - most), toast];
    setTimeout(() => this.remove(toast.id), toast.action ? stayWithAction : stay);
  }
}

export const toasts = new Toasts();

import { tick } from 'svelte';
import { ProblemError, wordsOf } from './api/problem';
import { account } from './strings/account';

type FieldErrors = Record<string, string[]>;

/** A form on its way: busy, refused field by field, or failed as a whole. */
export class Form {
  isBusy = $state(false);
  errors = $state.raw<FieldErrors>({});
  failure = $state.raw<string | undefined>();

  /**
   * Does what the form is for. What the service says of a field is shown beside it, and the first wrong one gets the focus.
   * A failure with a code of its own can be said of a field in the form's own words.
   */
  async send(form: HTMLFormElement, act: () => Promise<void>, ofCode: Record<string, FieldErrors> = {}): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.errors = {};
    this.failure = undefined;
    try {
      await act();
    } catch (error) {
      this.errors = errorsOf(error, ofCode);
      const known = [...form.elements].map((element) => element.getAttribute('name'));
      const isShown = Object.keys(this.errors).some((name) => known.includes(name));
      if (!isShown) this.failure = failureOf(error);
      this.isBusy = false;
      await tick();
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    } finally {
      this.isBusy = false;
    }
  }
}

/** What a form finds wrong by itself. */
export class FieldError extends Error {
  constructor(readonly errors: FieldErrors) {
    super(Object.values(errors).flat().join(' '));
  }
}

/** What is wrong with which field. */
export function errorsOf(error: unknown, ofCode: Record<string, FieldErrors> = {}): FieldErrors {
  if (error instanceof FieldError) return error.errors;
  if (!(error instanceof ProblemError)) return {};
  return ofCode[error.code] ?? error.problem.errors ?? {};
}

/** What is wrong with all of it. Who was too fast is told to wait: nothing is ever locked. */
export function failureOf(error: unknown): string {
  if (error instanceof ProblemError && error.problem.status === 429) return account.wait(error.retryAfter);
  const words = wordsOf(error);
  return [words.what, words.cure].filter(Boolean).join(' ');
}

/** Where to go on: only within the site. */
export function nextPlace(query: URLSearchParams, otherwise = '/'): string {
  const next = query.get('next');
  return next !== null && /^\/(?![/\\])/.test(next) ? next : otherwise;
}

/** A device as it is called; who gave it no name is shown what it is, not the browser's whole signature. */
export function readableDevice(name: string): string {
  return name.startsWith('Mozilla/') ? deviceName(name) : name;
}

/** What this device may be called in a list of devices. */
export function deviceName(agent: string): string {
  const browser = /Edg\//.test(agent) ? 'Edge' : /OPR\//.test(agent) ? 'Opera' : /Firefox\//.test(agent) ? 'Firefox' : /Chrome\//.test(agent) ? 'Chrome' : /Safari\//.test(agent) ? 'Safari' : 'Browser';
  const system = /iPhone/.test(agent) ? 'iPhone' : /iPad/.test(agent) ? 'iPad' : /Android/.test(agent) ? 'Android' : /Windows/.test(agent) ? 'Windows' : /Mac OS X/.test(agent) ? 'Mac' : /Linux/.test(agent) ? 'Linux' : undefined;
  return system ? `${browser} on ${system}` : browser;
}

import { api } from '../api/client';
import { ProblemError } from '../api/problem';
import { token } from '../api/token';
import type { Schemas } from '../api/types';

type Account = Schemas['AccountInfo'];

/** Who sits here: nobody known, or an account. The session itself is a cookie that scripts can't read, or the token of ../api/token. */
class Viewer {
  #account = $state.raw<Account | undefined>();
  #known = false;
  #asking: Promise<void> | undefined;

  get account(): Account | undefined {
    return this.#account;
  }

  get isSignedIn(): boolean {
    return this.#account !== undefined;
  }

  get name(): string | undefined {
    return this.#account?.name ?? this.#account?.loginName;
  }

  /** Asks the service once who is signed in; whoever needs to know waits for it. */
  ready(): Promise<void> {
    if (this.#known) return Promise.resolve();
    this.#asking ??= this.refresh().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async refresh(): Promise<void> {
    try {
      const { data } = await api.GET('/api/v1/me');
      this.#account = data;
      this.#known = true;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status !== 401) throw error;
      this.#account = undefined;
      this.#known = true;
    }
  }

  /** Forgets who was signed in, here; the service has been told already. */
  forget(): void {
    token.drop();
    this.#account = undefined;
  }
}

export const viewer = new Viewer();

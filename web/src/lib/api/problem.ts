import { text } from '../strings';

/** A failure as the service tells it (RFC 9457). */
export interface Problem {
  title: string;
  status: number;
  code: string;
  detail: string;
  traceId: string;
  errors?: Record<string, string[]> | null | undefined;
}

/** The service has answered, and the answer is no. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfter?: number,
  ) {
    super(problem.detail);
  }

  get code(): string {
    return this.problem.code;
  }
}

/** What to tell a viewer about a failure, and what they can do. */
export interface Words {
  what: string;
  cure?: string;
}

/** A failure in words. */
export function wordsOf(error: unknown): Words {
  if (error instanceof ProblemError) {
    const known = text.problems[error.code as keyof typeof text.problems];
    if (known) return known;
    return error.problem.status >= 500 ? text.problems.internal_error : { what: error.problem.title, cure: error.problem.detail };
  }
  if (!navigator.onLine) return text.problems.offline;
  return error instanceof TypeError ? text.problems.unreachable : text.problems.internal_error;
}

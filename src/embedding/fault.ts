/** An error of the scope as it crosses to a host page: docs/api.md has the codes. */
export interface Fault {
  readonly code: string;
  /** A sentence for people. */
  readonly message: string;
  readonly path?: string | undefined;
  readonly expected?: string | undefined;
  readonly received?: string | undefined;
}

/** What crosses of an error. */
export function faultOf(error: unknown): Fault {
  const { code, message, path, expected, received } = error as Partial<Fault>;
  return {
    code: typeof code === 'string' ? code : 'engine',
    message: typeof message === 'string' ? message : String(error),
    ...(path !== undefined && { path }),
    ...(expected !== undefined && { expected }),
    ...(received !== undefined && { received }),
  };
}

/** The error that a host page gets: of the scope's own form, but none of its class, which stays in the frame. */
export function errorOf(fault: Fault): Error & Fault {
  const error = Object.assign(new Error(fault.message), fault);
  error.name = 'KernelscopeError';
  return error;
}

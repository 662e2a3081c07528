/** Where the service is, when it is not at the site's own address; empty when it is. Put in by the build. */
export const serviceOrigin: string = import.meta.env.VITE_API_URL ?? '';

/**
 * Whether the session is a cookie, which scripts can't read. Cookies of another site are not sent along (SameSite=Strict): there the
 * answer to signing in has the token, and the client sends it with each request.
 */
export const useCookie: boolean = serviceOrigin === '';

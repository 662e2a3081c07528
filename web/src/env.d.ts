interface ImportMetaEnv {
  /** The service's address where it is not the site's own; see ../service.ts. */
  readonly VITE_API_URL?: string;
}

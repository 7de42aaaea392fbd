/** Ctrl-C, a polite kill, and a closed terminal. */

/**
 * The first signal aborts; a second one of the same kind ends the process at once, because then
 * nobody listens any more. The journal knows in either case.
 */
export function interruption(): AbortController {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => controller.abort());
  }
  return controller;
}

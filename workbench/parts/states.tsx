import type { Refused } from "../app/api.ts";

/** While something is on its way. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p className="state" role="status">
      Loading {what}…
    </p>
  );
}

/** What could not be had, and why. */
export function Failed({ error }: { readonly error: Refused }) {
  return (
    <div className="state failed" role="alert">
      <strong>{error.title}.</strong> {error.message}
    </div>
  );
}

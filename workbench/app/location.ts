import { useSyncExternalStore } from "react";

const CHANGED = "dateline:location";

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener(CHANGED, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener(CHANGED, listener);
  };
}

/** Goes to another address of the workbench. */
export function go(to: string, replace = false): void {
  if (to === location.pathname + location.search + location.hash) return;
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  dispatchEvent(new Event(CHANGED));
}

/** The address's path, decoded piece by piece: "/event/a%23b" is ["event", "a#b"]. */
export function usePath(): readonly string[] {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return path.split("/").filter(Boolean).map(decoded);
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

/** Changes the filter in the address: a step that the browser's Back takes back. */
export function changeSearch(edit: (params: URLSearchParams) => void): void {
  const params = new URLSearchParams(location.search);
  edit(params);
  const text = params.toString();
  go(location.pathname + (text === "" ? "" : `?${text}`));
}

/** The filter in the address, and how to change it. What only changes it need not be drawn again whenever others do. */
export function useSearch(): readonly [URLSearchParams, typeof changeSearch] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return [new URLSearchParams(search), changeSearch];
}

export const to = {
  event: (id: string) => `/event/${encodeURIComponent(id)}`,
  article: (id: string, span?: readonly [number, number]) => `/article/${encodeURIComponent(id)}${span ? `#${span[0]}-${span[1]}` : ""}`,
  actor: (name: string) => `/actor/${encodeURIComponent(name)}`,
  place: (name: string) => `/place/${encodeURIComponent(name)}`,
};

import { afterAll, beforeAll, expect, test } from "vitest";
import { HOST, type Made, made } from "./made.fixture.ts";
import { COOKIE } from "./session.ts";

let server: Made;
beforeAll(async () => {
  server = await made();
});
afterAll(() => server.archive.close());

const HOSTS = [
  "evil.example",
  "evil.example:4747",
  "127.0.0.1.nip.io:4747",
  "127.0.0.1:80",
  "127.0.0.1",
  "0.0.0.0:4747",
  "169.254.0.1:4747",
  "localhost.evil.example:4747",
  "",
  "[::]:4747",
];
const ORIGINS = [
  "http://evil.example",
  "https://127.0.0.1:4747",
  "http://127.0.0.1:4748",
  "http://localhost:80",
  "null",
  "file://",
  "http://127.0.0.1:4747.evil.example",
  "chrome-extension://abc",
  "http://0.0.0.0:4747",
  "http://evil@127.0.0.1:4747",
];
const SITES = ["cross-site", "same-site", "nonsense"];
const PATHS = ["/", "/api/events", "/api/documents/other/original", "/api/export/csv"] as const;

/** Requests that a browser on another site, or a name that points here, could be made to send: all hold the cookie. */
function forged(): { readonly path: string; readonly method: string; readonly headers: Record<string, string> }[] {
  const cookie = `${COOKIE}=${server.session.token}`;
  const all = PATHS.flatMap((path) => [
    ...HOSTS.map((host) => ({ path, method: "GET", headers: { host, cookie } })),
    ...ORIGINS.map((origin) => ({ path, method: "GET", headers: { host: HOST, origin, cookie } })),
    ...SITES.map((site) => ({ path, method: "GET", headers: { host: HOST, "sec-fetch-site": site, cookie } })),
  ]);
  const posts = ["/api/decisions", "/api/articles", "/api/decisions/1/undo"].flatMap((path) => [
    ...ORIGINS.map((origin) => ({ path, method: "POST", headers: { host: HOST, origin, cookie, "content-type": "text/plain" } })),
    ...SITES.map((site) => ({ path, method: "POST", headers: { host: HOST, "sec-fetch-site": site, cookie } })),
    { path, method: "POST", headers: { host: HOST, cookie } },
    { path, method: "POST", headers: { host: HOST, origin: `http://${HOST}`, cookie: `${COOKIE}=wrong` } },
  ]);
  return [...all, ...posts] as { readonly path: string; readonly method: string; readonly headers: Record<string, string> }[];
}

test("a hundred forged requests are refused, and change nothing", async () => {
  const requests = forged();
  expect(requests.length).toBeGreaterThanOrEqual(100);
  for (const { path, method, headers } of requests) {
    const response = await server.app.request(`http://${HOST}${path}`, { method, headers, ...(method === "POST" && { body: "{}" }) });
    expect([401, 403, 421], `${method} ${path} ${JSON.stringify(headers)}`).toContain(response.status);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  }
  expect(await server.archive.decisions()).toEqual([]);
  expect(await server.archive.runs()).toEqual([]);
});

test("without a session nothing is answered, and a guessed token is none", async () => {
  for (const authorization of ["", "Bearer ", "Bearer x", `Bearer ${server.session.token.slice(1)}`, `Basic ${server.session.token}`])
    expect((await server.ask("/api/about", { headers: { authorization } })).status).toBe(401);
});

test("the launch address works once, and sets a cookie that scripts and other sites cannot use", async () => {
  const path = `/open/${server.session.launch}`;
  const open = () => server.app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
  const first = await open();
  expect(first.status).toBe(302);
  expect(first.headers.get("set-cookie")).toMatch(/HttpOnly/);
  expect(first.headers.get("set-cookie")).toMatch(/SameSite=Strict/);
  expect((await open()).status).toBe(401);
});

test("the launch address works only under the server's own host name", async () => {
  const path = `/open/${server.session.launch}`;
  expect((await server.app.request(`http://${HOST}${path}`, { headers: { host: "evil.example" } })).status).toBe(421);
});

test("the workbench's own pages are answered", async () => {
  const cookie = `${COOKIE}=${server.session.token}`;
  const headers = { host: HOST, cookie, "sec-fetch-site": "same-origin", origin: `http://${HOST}` };
  expect((await server.app.request(`http://${HOST}/api/about`, { headers })).status).toBe(200);
});

test("every answer forbids inline scripts, framing and sniffing", async () => {
  for (const path of ["/api/about", "/api/none", "/"]) {
    const { headers } = await server.ask(path);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
});

test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("%s is not answered", async (method) => {
  expect((await server.ask("/api/events", { method })).status).toBeGreaterThanOrEqual(400);
});

test("a path cannot lead out of the workbench's folder", async () => {
  for (const path of ["/assets/../../package.json", "/assets/%2e%2e%2f%2e%2e%2fpackage.json", "/assets/..%5c..%5cpackage.json"]) {
    const response = await server.ask(path);
    expect(await response.text()).not.toContain("devDependencies");
  }
});

/** The workbench's server: an archive at a local address, for browsers and programs. */
export { type AppOptions, createApp } from "./app.ts";
export type { ArticleCoder, ServeContext } from "./context.ts";
export { Session } from "./session.ts";
export { contextOf, isLoopback, type RunningServer, type ServeOptions, startServer } from "./start.ts";

/** The workbench's server: an archive at a local address, for browsers and programs. */

export type { Added } from "./add-articles.ts";
export { type AppOptions, createApp } from "./app.ts";
export type { ArticleCoder, ArticleReader, ServeContext } from "./context.ts";
export type { ReviewedEvent } from "./effective.ts";
export type { ExplainedWeek, Network, Pictures, Places, Timeline } from "./pictures.ts";
export type { About, Readiness } from "./routes/about.ts";
export type { AgreementDetail, DecisionList } from "./routes/decisions.ts";
export type { DocumentDetail } from "./routes/documents.ts";
export type { EventDetail, LinkedEvent, ReportText } from "./routes/event.ts";
export type { EventPage } from "./routes/events.ts";
export type { OfferedFormat } from "./routes/exports.ts";
export type { NameDetail } from "./routes/names.ts";
export { Session } from "./session.ts";
export { contextOf, isLoopback, type RunningServer, type ServeOptions, startServer } from "./start.ts";
export type { Watched } from "./watched.ts";

import { lazy, Suspense, useEffect, useRef } from "react";
import type { About } from "../../src/serve/index.ts";
import { Overview } from "../overview/overview.tsx";
import { Loading } from "../parts/states.tsx";
import { useAnswer } from "./api.ts";
import { Link } from "./link.tsx";
import { usePath } from "./location.ts";
import { ThemeSwitch } from "./theme.tsx";
import { number } from "./words.ts";

const EventPage = lazy(() => import("../event/event-page.tsx").then((m) => ({ default: m.EventPage })));
const ArticlePage = lazy(() => import("../article/article-page.tsx").then((m) => ({ default: m.ArticlePage })));
const Articles = lazy(() => import("../article/articles.tsx").then((m) => ({ default: m.Articles })));
const NamePage = lazy(() => import("../names/name-page.tsx").then((m) => ({ default: m.NamePage })));
const Review = lazy(() => import("../review/review.tsx").then((m) => ({ default: m.Review })));
const Agreement = lazy(() => import("../review/agreement.tsx").then((m) => ({ default: m.AgreementPage })));
const Add = lazy(() => import("../add/add.tsx").then((m) => ({ default: m.Add })));
const Export = lazy(() => import("../export/export.tsx").then((m) => ({ default: m.Export })));

const PLACES = [
  ["", "Overview"],
  ["review", "Review"],
  ["articles", "Articles"],
  ["add", "Add"],
  ["export", "Export"],
] as const;

/** The workbench: a bar, and the screen that the address names. */
export function App() {
  const [screen = "", id = ""] = usePath();
  const { data: about } = useAnswer<About>("/api/about");
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    void [screen, id];
    // A screen reader goes on at the new screen, as it would on a new page.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [screen, id]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="bar">
        <Link className="brand" href="/">
          Dateline
        </Link>
        <nav aria-label="Screens">
          {PLACES.map(([path, name]) => (
            <Link key={path} href={`/${path}`} aria-current={screen === path ? "page" : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <span className="bar-archive" title={about?.name}>
          {about && (
            <>
              <bdi>{about.name}</bdi>, {number(about.documents)} articles
            </>
          )}
        </span>
        <ThemeSwitch />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<Loading what="the screen" />}>{screenOf(screen, id, about)}</Suspense>
      </main>
    </>
  );
}

function screenOf(screen: string, id: string, about: About | undefined) {
  switch (screen) {
    case "":
      return <Overview about={about} />;
    case "event":
      return <EventPage key={id} id={id} />;
    case "article":
      return <ArticlePage key={id} id={id} />;
    case "articles":
      return <Articles />;
    case "actor":
    case "place":
      return <NamePage key={`${screen} ${id}`} of={screen} name={id} />;
    case "review":
      return id === "agreement" ? <Agreement /> : <Review />;
    case "add":
      return <Add />;
    case "export":
      return <Export />;
    default:
      return (
        <section className="page narrow">
          <h1>There is nothing here</h1>
          <p>
            No screen has this address. <Link href="/">Go to the overview</Link>.
          </p>
        </section>
      );
  }
}

import { lazy, memo, Suspense, useEffect } from "react";
import type { Pictures } from "../../src/serve/index.ts";
import type { Answer } from "../app/api.ts";
import { plural } from "../app/words.ts";
import { Failed, Loading } from "../parts/states.tsx";
import { BeingRead } from "./being-read.tsx";
import { EventTable } from "./event-table.tsx";
import { PairTable } from "./pair-table.tsx";
import { Panel } from "./panel.tsx";
import { PlaceTable } from "./place-table.tsx";
import { Timeline } from "./timeline.tsx";
import { TimelineTable } from "./timeline-table.tsx";

const map = () => import("./map/place-map.tsx");
const network = () => import("./network/actor-network.tsx");
const PlaceMap = lazy(() => map().then((m) => ({ default: m.PlaceMap })));
const ActorNetwork = lazy(() => network().then((m) => ({ default: m.ActorNetwork })));

interface Props {
  /** Parameters of the filter. */
  readonly query: string;
  readonly pictures: Answer<Pictures>;
  readonly unit?: "events" | "mentions" | undefined;
  /** Whether choosing in a picture narrows the filter in the address. */
  readonly brush?: boolean;
}

/** Timeline, map, network and table of one filtered set. */
export function Views({ query, pictures: { data, error }, unit, brush = false }: Props) {
  useEffect(() => {
    // On their way while the answers are: a failure shows when they are drawn.
    map().catch(() => {});
    network().catch(() => {});
  }, []);
  return (
    <>
      <Drawn data={data} error={error} brush={brush} />
      <EventTable query={query} unit={unit} />
    </>
  );
}

interface DrawnProps {
  readonly data: Pictures | undefined;
  readonly error: Answer<Pictures>["error"];
  readonly brush: boolean;
}

/** The pictures: drawn again when others come, not when the address changes. */
const Drawn = memo(function Drawn({ data, error, brush }: DrawnProps) {
  const { timeline, places, network: pairs } = data ?? {};
  return (
    <>
      <Panel
        title="When"
        note={timeline && timeline.undated > 0 ? `${plural(timeline.undated, "event")} without a date` : undefined}
        picture={timeline ? <Timeline timeline={timeline} brush={brush} /> : <State error={error} what="the timeline" />}
        table={timeline && <TimelineTable timeline={timeline} />}
      />
      <div className="side-by-side">
        <Panel
          title="Where"
          note={places && places.unlocated > 0 ? `${plural(places.unlocated, "event")} without a place on the map` : undefined}
          picture={
            places ? (
              <Suspense fallback={<Loading what="the map" />}>
                <PlaceMap places={places.places} brush={brush} />
              </Suspense>
            ) : (
              <State error={error} what="the map" />
            )
          }
          table={places && <PlaceTable places={places} />}
        />
        <Panel
          title="Who to whom"
          note={pairs && pairs.pairs.length >= 120 ? "the 120 most frequent pairs" : undefined}
          picture={
            pairs ? (
              <Suspense fallback={<Loading what="the network" />}>
                <ActorNetwork network={pairs} brush={brush} />
              </Suspense>
            ) : (
              <State error={error} what="the network" />
            )
          }
          table={pairs && <PairTable network={pairs} />}
        />
      </div>
    </>
  );
});

function State({ error, what }: { readonly error: Answer<Pictures>["error"]; readonly what: string }) {
  return error ? <Failed error={error} /> : <BeingRead what={what} />;
}

import { lazy, Suspense, useEffect } from "react";
import type { Network, Places, Timeline as TimelineAnswer } from "../../src/serve/index.ts";
import { useAnswer } from "../app/api.ts";
import { plural } from "../app/words.ts";
import { Failed, Loading } from "../parts/states.tsx";
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
  readonly unit?: "events" | "mentions" | undefined;
  /** Whether choosing in a picture narrows the filter in the address. */
  readonly brush?: boolean;
}

/** Timeline, map, network and table of one filtered set. */
export function Views({ query, unit, brush = false }: Props) {
  useEffect(() => {
    // On their way while the answers are: a failure shows when they are drawn.
    map().catch(() => {});
    network().catch(() => {});
  }, []);
  const timeline = useAnswer<TimelineAnswer>(`/api/timeline?${query}`);
  const places = useAnswer<Places>(`/api/places?${query}`);
  const pairs = useAnswer<Network>(`/api/network?${query}`);
  return (
    <>
      <Panel
        title="When"
        note={timeline.data && timeline.data.undated > 0 ? `${plural(timeline.data.undated, "event")} without a date` : undefined}
        picture={timeline.data ? <Timeline timeline={timeline.data} brush={brush} /> : <State {...timeline} what="the timeline" />}
        table={timeline.data && <TimelineTable timeline={timeline.data} />}
      />
      <div className="side-by-side">
        <Panel
          title="Where"
          note={
            places.data && places.data.unlocated > 0 ? `${plural(places.data.unlocated, "event")} without a place on the map` : undefined
          }
          picture={
            places.data ? (
              <Suspense fallback={<Loading what="the map" />}>
                <PlaceMap places={places.data.places} brush={brush} />
              </Suspense>
            ) : (
              <State {...places} what="the map" />
            )
          }
          table={places.data && <PlaceTable places={places.data} />}
        />
        <Panel
          title="Who to whom"
          note={pairs.data && pairs.data.pairs.length >= 120 ? "the 120 most frequent pairs" : undefined}
          picture={
            pairs.data ? (
              <Suspense fallback={<Loading what="the network" />}>
                <ActorNetwork network={pairs.data} />
              </Suspense>
            ) : (
              <State {...pairs} what="the network" />
            )
          }
          table={pairs.data && <PairTable network={pairs.data} />}
        />
      </div>
      <EventTable query={query} unit={unit} />
    </>
  );
}

function State({ error, what }: { readonly error?: Parameters<typeof Failed>[0]["error"]; readonly what: string }) {
  return error ? <Failed error={error} /> : <Loading what={what} />;
}

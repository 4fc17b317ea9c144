import "maplibre-gl/dist/maplibre-gl.css";
import { type GeoJSONSource, Map as LibreMap, Marker, NavigationControl, Popup, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { useEffect, useRef, useState } from "react";
import type { PlaceCount } from "../../../src/archive/index.ts";
import { changeSearch, go, to } from "../../app/location.ts";
import { useDark } from "../../app/theme.tsx";
import { number, plural } from "../../app/words.ts";
import { whenPointed } from "../pointed.ts";
import { basemap } from "./basemap.ts";
import { pointsOf } from "./features.ts";
import { pixelRatio } from "./pixel-ratio.ts";
import { styleOf } from "./style.ts";

setWorkerUrl(workerUrl);

/** Places with their events: near ones gathered into clusters, the least precise radius drawn as a circle on the ground. */
export function PlaceMap({ places, brush }: { readonly places: readonly PlaceCount[]; readonly brush: boolean }) {
  const frame = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<LibreMap>();
  const [failed, setFailed] = useState(false);
  const dark = useDark();
  useEffect(() => {
    if (!frame.current) return;
    let made: LibreMap;
    try {
      made = new LibreMap({
        container: frame.current,
        style: styleOf(dark),
        center: [30, 25],
        zoom: 0.9,
        maxZoom: 9,
        attributionControl: { compact: false, customAttribution: "Natural Earth" },
        dragRotate: false,
        pitchWithRotate: false,
        fadeDuration: 0,
        pixelRatio: pixelRatio(),
        cooperativeGestures: false,
      });
    } catch {
      setFailed(true);
      return;
    }
    made.addControl(new NavigationControl({ showCompass: false }), "top-right");
    made.touchZoomRotate.disableRotation();
    let gone = false;
    const ground = basemap();
    made.on("load", () => {
      ground.then(
        ({ land, borders }) => {
          if (gone) return;
          made.getSource<GeoJSONSource>("land")?.setData(land);
          made.getSource<GeoJSONSource>("borders")?.setData(borders);
          setMap(made);
        },
        // Without its ground the map still shows where events are.
        () => !gone && setMap(made),
      );
    });
    made.on("click", "clusters", ({ features }) => {
      const cluster = features?.[0];
      if (cluster?.geometry.type === "Point")
        zoomInto(made, Number(cluster.properties.cluster_id), cluster.geometry.coordinates as [number, number]);
    });
    for (const layer of ["clusters", "places"])
      made.on("mousemove", layer, () => {
        made.getCanvas().style.cursor = "pointer";
      });
    for (const layer of ["clusters", "places"])
      made.on("mouseleave", layer, () => {
        made.getCanvas().style.cursor = "";
      });
    made.on("click", "places", (event) => {
      const name = event.features?.[0]?.properties.name;
      if (typeof name !== "string") return;
      if (brush) changeSearch((p) => p.set("place", name));
      else go(to.place(name));
    });
    const popup = new Popup({ closeButton: false, closeOnClick: false });
    made.on("mousemove", "places", (event) => {
      const { name, count, radius } = event.features?.[0]?.properties ?? {};
      const within = radius ? `, known to within ${number(Math.round(Number(radius)))} km` : "";
      popup
        .setLngLat(event.lngLat)
        .setText(`${name}: ${plural(Number(count), "event")}${within}`)
        .addTo(made);
    });
    made.on("mouseleave", "places", () => popup.remove());
    return () => {
      gone = true;
      made.remove();
      setMap(undefined);
    };
  }, [dark, brush]);
  useEffect(() => {
    if (!map) return;
    const frame = map.getContainer();
    frame.removeAttribute("data-drawn");
    map.getSource<GeoJSONSource>("places")?.setData(pointsOf(places));
    // Says for those who wait to see it (pictures for the manual, measurements) that all of it is drawn.
    const drawn = () => frame.setAttribute("data-drawn", "");
    map.once("idle", drawn);
    return () => {
      map.off("idle", drawn);
    };
  }, [map, places]);
  useEffect(() => {
    if (!map) return;
    // An element over the map, so that the map need not be drawn for it.
    const ring = document.createElement("div");
    ring.className = "pointed";
    const marker = new Marker({ element: ring });
    const stop = whenPointed((event) => {
      const { longitude, latitude } = event?.place ?? {};
      if (longitude === undefined || latitude === undefined) marker.remove();
      else marker.setLngLat([longitude, latitude]).addTo(map);
    });
    return () => {
      stop();
      marker.remove();
    };
  }, [map]);
  const bounds = boundsOf(places);
  // By its numbers: a filter that leaves the same area leaves the map as the person has moved it.
  const fitted = bounds?.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers say when the bounds are others
  useEffect(() => {
    if (map && bounds) map.fitBounds(bounds, { padding: 40, maxZoom: 6, animate: false });
  }, [map, fitted]);
  if (failed) return <p className="state">This browser cannot draw the map (it has no WebGL). The table says the same.</p>;
  const narrow = () => {
    if (!map) return;
    const bounds = map.getBounds();
    const wrap = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;
    const whole = bounds.getEast() - bounds.getWest() >= 360;
    const box = [whole ? -180 : wrap(bounds.getWest()), bounds.getSouth(), whole ? 180 : wrap(bounds.getEast()), bounds.getNorth()];
    changeSearch((p) => p.set("box", box.map((n) => n.toFixed(3)).join(",")));
  };
  return (
    <>
      <div className="map" ref={frame} />
      {brush && (
        <button type="button" className="small" onClick={narrow} disabled={!map}>
          Only what is in this area
        </button>
      )}
    </>
  );
}

type Bounds = [west: number, south: number, east: number, north: number];

function boundsOf(places: readonly PlaceCount[]): Bounds | undefined {
  if (places.length === 0) return undefined;
  const bounds: Bounds = [180, 90, -180, -90];
  for (const { longitude, latitude } of places) {
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  }
  return bounds;
}

function zoomInto(map: LibreMap, cluster: number, center: [number, number]): void {
  const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  map
    .getSource<GeoJSONSource>("places")
    ?.getClusterExpansionZoom(cluster)
    .then((zoom) => map.easeTo({ center, zoom: zoom + 0.2, animate }))
    .catch(() => {});
}

import type { Places } from "../../src/serve/index.ts";
import { countryName } from "../app/country.ts";
import { Link } from "../app/link.tsx";
import { changeSearch, to } from "../app/location.ts";
import { number, plural } from "../app/words.ts";
import { ShortTable } from "./short-table.tsx";

/** The map in figures; events without a place are counted and can be listed. */
export function PlaceTable({ places: { places, unlocated } }: { readonly places: Places }) {
  return (
    <>
      {unlocated > 0 && (
        <button type="button" className="link" onClick={() => changeSearch((p) => p.set("located", "false"))}>
          List the {plural(unlocated, "event")} without a place
        </button>
      )}
      <ShortTable
        caption="Places"
        head={["Place", "Country", "Events", "Killed", "Known to within"]}
        rows={places.map((place) => ({
          key: `${place.name} ${place.latitude} ${place.longitude}`,
          cells: [
            <Link key="name" href={to.place(place.name)} dir="auto">
              {place.name}
            </Link>,
            place.country ? countryName(place.country) : "",
            number(place.count),
            number(place.killed),
            place.radiusKm === undefined ? "" : `${number(Math.round(place.radiusKm))} km`,
          ],
        }))}
      />
    </>
  );
}

import { Document } from "../../src/document/index.ts";
import { openGazetteer, PLACES, placesStage } from "../../src/where/index.ts";
import type { BenchTask } from "../task.ts";

/** LGL and TR-News: every place mention, with the point it was resolved to. */
export const task: BenchTask = {
  name: "places",
  dev: ["places/lgl.jsonl", "places/tr-news.jsonl"],
  scorer: "places.mjs",
  predict(rows) {
    const stage = placesStage(openGazetteer());
    return rows.map((row) => {
      const document = stage.run(Document.from({ id: String(row.id), text: String(row.text), language: "en" }));
      const places = document.get(PLACES).filter((place) => place.latitude !== undefined);
      return { id: row.id, places: places.map(({ span, latitude, longitude }) => ({ span, latitude, longitude })) };
    });
  },
};

import type { PloverType } from "../../src/what/layers.ts";
import { FAMILY, typeName } from "../app/words.ts";

/** An event's type, with its family as colour and as shape. */
export function TypeTag({ type, mode }: { readonly type: PloverType; readonly mode?: string | undefined }) {
  return (
    <span className="type" data-family={FAMILY[type]}>
      {typeName(type)}
      {mode && <span className="quiet">, {mode}</span>}
    </span>
  );
}

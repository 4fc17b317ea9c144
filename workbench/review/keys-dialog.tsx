import { useEffect, useRef } from "react";
import { ACTIONS, type Keys } from "./keys.ts";

interface Props {
  readonly keys: Keys;
  readonly onKeys: (keys: Keys) => void;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

/** The keys: what each does, which it is, and whether they are on. */
export function KeysDialog({ keys, onKeys, onReset, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <label className="row">
        <input type="checkbox" checked={keys.on} onChange={(event) => onKeys({ ...keys, on: event.target.checked })} /> Keys are on
      </label>
      <table>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {ACTIONS.map(([action, , words]) => {
            const taken = ACTIONS.some(([other]) => other !== action && keys.of[other] === keys.of[action]);
            return (
              <tr key={action}>
                <td>
                  <input
                    className="key"
                    aria-label={`Key for: ${words}`}
                    value={keys.of[action]}
                    maxLength={1}
                    onFocus={(event) => event.target.select()}
                    onChange={(event) => event.target.value !== "" && onKeys({ ...keys, of: { ...keys.of, [action]: event.target.value } })}
                  />
                </td>
                <td>
                  {words}
                  {taken && <span className="failed"> (two have this key: the first one listed gets it)</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="row">
        <button type="button" className="main" onClick={() => dialog.current?.close()}>
          Close
        </button>
        <button type="button" onClick={onReset}>
          As they were at first
        </button>
      </div>
    </dialog>
  );
}

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The cookie that carries the session. */
export const COOKIE = "dateline_session";

/**
 * Who may talk to the server: whoever holds the session's token, in a cookie or an Authorization header. A browser gets the cookie for
 * a launch token in the address, which works once, so that an address in a history or a log opens nothing.
 */
export class Session {
  /** For programs: `Authorization: Bearer …`. */
  readonly token: string;
  #launch: string;

  constructor(token = randomBytes(24).toString("base64url")) {
    this.token = token;
    this.#launch = randomBytes(24).toString("base64url");
  }

  /** The launch token that is good now. */
  get launch(): string {
    return this.#launch;
  }

  /** Whether the launch token is the right one; if so it is used up and another takes its place. */
  redeem(launch: string): boolean {
    if (!equal(launch, this.#launch)) return false;
    this.#launch = randomBytes(24).toString("base64url");
    return true;
  }

  holds(token: string | undefined): boolean {
    return token !== undefined && equal(token, this.token);
  }
}

/** Compares in a time that does not tell how much is right. */
function equal(a: string, b: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}

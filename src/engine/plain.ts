/**
 * A copy of JSON data whose arrays the JavaScript engine holds as it holds those of literals. In data that came in
 * a message they are of another kind, and code that meets both kinds, as all of tfjs's that handles shapes does, is
 * compiled again and again while it trains.
 */
export function plain<T>(json: T): T {
  return JSON.parse(JSON.stringify(json)) as T;
}

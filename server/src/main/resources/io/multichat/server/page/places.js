// Where the reader was in each view, so that the back button leads there.

const places = new Map();
const MOST = 50;

/** What was noted for the current address, if it was left before. */
export function notedPlace() {
  return places.get(location.hash);
}

/** Notes the place for an address. */
export function notePlace(hash, place) {
  places.delete(hash);
  places.set(hash, place);
  if (places.size > MOST) {
    places.delete(places.keys().next().value);
  }
}

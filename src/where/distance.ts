const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres between two points in WGS 84 degrees (haversine). */
export function distanceKm(latitude1: number, longitude1: number, latitude2: number, longitude2: number): number {
  const half =
    Math.sin(((latitude2 - latitude1) * RADIANS) / 2) ** 2 +
    Math.cos(latitude1 * RADIANS) * Math.cos(latitude2 * RADIANS) * Math.sin(((longitude2 - longitude1) * RADIANS) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The point `km` away in a direction: bearing in degrees clockwise from north. */
export function travel(latitude: number, longitude: number, bearing: number, km: number): { latitude: number; longitude: number } {
  const angle = km / EARTH_RADIUS_KM;
  const [phi, theta] = [latitude * RADIANS, bearing * RADIANS];
  const sine = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(theta);
  const east = Math.atan2(Math.sin(theta) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * sine);
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return { latitude: round(Math.asin(sine) / RADIANS), longitude: round(((longitude + east / RADIANS + 540) % 360) - 180) };
}

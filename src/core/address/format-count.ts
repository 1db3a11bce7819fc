const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/** A whole number with commas between thousands: 65536 is `65,536`. */
export function formatCount(count: number | bigint): string {
  return String(count).replace(THOUSANDS, ',');
}

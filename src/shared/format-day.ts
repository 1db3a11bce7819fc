/** A day by the clock of this machine, as RFC 3339 writes it: `2026-11-24`. https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
export const formatDay = (date: Date): string => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

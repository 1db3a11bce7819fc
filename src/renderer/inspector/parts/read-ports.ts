const HIGHEST_PORT = 65_535;
/** A port, or two with a dash of any kind or "to" between them. */
const PORTS = /^(\d{1,5})(?:\s*(?:[-–—:]|to)\s*(\d{1,5}))?$/;
const EVERYTHING = /^(?:all(?: ports)?|any|\*|0\s*[-–]\s*65535)$/i;

/** Ports as somebody types them: one, a range, or all of them (no ports given). */
export type PortsRead = { readonly ok: true; readonly fromPort?: number; readonly toPort?: number } | { readonly ok: false; readonly problem: string };

/** Reads "443", "1024–65535", "1024-65535" or "all". */
export function readPorts(text: string): PortsRead {
  const typed = text.trim();
  if (typed === '') return { ok: false, problem: 'Write a port such as 443, a range such as 1024–65535, or all.' };
  if (EVERYTHING.test(typed)) return { ok: true };
  const [, first, last] = PORTS.exec(typed) ?? [];
  if (first === undefined) return { ok: false, problem: `“${typed}” is no port; write 443, 1024–65535 or all.` };
  const [fromPort, toPort] = [Number(first), Number(last ?? first)];
  const wrong = [fromPort, toPort].find((port) => port > HIGHEST_PORT);
  if (wrong !== undefined) return { ok: false, problem: `${wrong} is not a port; ports are 0 to 65535.` };
  if (fromPort > toPort) return { ok: false, problem: `The port range ${fromPort}–${toPort} ends before it begins.` };
  return { ok: true, fromPort, toPort };
}

/** Text of the ports of a rule: `443`, `1024–65535`, `all`. */
export function writePorts({ fromPort, toPort }: { readonly fromPort?: number | undefined; readonly toPort?: number | undefined }): string {
  if (fromPort === undefined && toPort === undefined) return 'all';
  const from = fromPort ?? toPort ?? 0;
  const to = toPort ?? from;
  return from === to ? String(from) : `${from}–${to}`;
}

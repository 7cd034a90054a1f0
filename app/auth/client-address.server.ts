import { BlockList, isIP, isIPv6 } from "node:net";

/** Which neighbours may name their client in X-Forwarded-For. */
export type TrustedProxies = { includes(address: string): boolean };

/** Reads a comma-separated list of addresses and subnets. Throws RangeError for anything else. */
export function trustedProxies(list: string): TrustedProxies {
  const known = new BlockList();
  for (const entry of list.split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const [address = "", prefix] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    const bits = prefix === undefined ? (family === "ipv6" ? 128 : 32) : Number(prefix);
    if (!isIP(address) || !Number.isInteger(bits)) throw new RangeError(`not an address or subnet: ${entry}`);
    known.addSubnet(address, bits, family);
  }
  return { includes: (address) => isIP(address) > 0 && known.check(address, isIPv6(address) ? "ipv6" : "ipv4") };
}

/**
 * The client's address: the socket's, unless that is a proxy we trust; then the last one in X-Forwarded-For that is
 * not such a proxy. What stands before it was written by the client and is not believed.
 */
export function clientAddress(socket: string, forwarded: string | null | undefined, proxies: TrustedProxies): string {
  const chain = [...(forwarded ?? "").split(",").map((part) => part.trim()), socket].map(plainAddress);
  for (const address of chain.reverse()) {
    if (!isIP(address)) break;
    if (!proxies.includes(address)) return address;
  }
  return plainAddress(socket);
}

/** An IPv4 address that came in IPv6 clothes, as IPv4. */
function plainAddress(address: string): string {
  const mapped = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([\da-f]{1,4}):([\da-f]{1,4}))$/i.exec(address);
  if (!mapped) return address;
  if (mapped[1]) return mapped[1];
  const words = [mapped[2] ?? "0", mapped[3] ?? "0"].map((word) => Number.parseInt(word, 16));
  return words.flatMap((word) => [word >> 8, word & 255]).join(".");
}

/** What counts as one neighbour for limits: an IPv4 address, or the /64 of an IPv6 one. */
export function neighbourhood(address: string): string {
  const plain = plainAddress(address);
  if (!isIPv6(plain)) return plain;
  const [head = "", tail = ""] = (plain.split("%")[0] ?? "").toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = plain.includes("::") ? Array(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
  const words = [...left, ...zeros, ...right].slice(0, 4);
  return `${words.map((word) => word.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}

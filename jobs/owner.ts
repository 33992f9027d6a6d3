/** Names this process so that another can tell whether it still runs, also when ids of processes are used again. */
import {randomBytes} from "node:crypto";
import {readFileSync, readlinkSync} from "node:fs";
import {hostname} from "node:os";

/** Within one of these an id of a process means the same process for everybody. */
function placeName(): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").slice(0, 8);
    return `${boot}.${/\d+/.exec(readlinkSync("/proc/self/ns/pid"))![0]}`;
  } catch {
    return `${hostname()}.0`;
  }
}

const place = placeName();

export function newOwner(): string {
  return `${place}:${process.pid}:${randomBytes(4).toString("hex")}`;
}

/** False where the owner was a process of this machine that has ended; null where it cannot be told from here. */
export function isOwnerAlive(owner: string, self: string): boolean | null {
  if (owner === self) return true;
  const [where, pid] = owner.split(":");
  if (where !== place || place.endsWith(".0")) return null;
  if (Number(pid) === process.pid) return null;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

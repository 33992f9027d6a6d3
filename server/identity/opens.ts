import {covers, reachOf, type Subject} from "../../queries/access.ts";

/** Whether somebody may open what a municipality has delivered; a stranger may, after signing in. */
export function opensDeliveries(subject: Subject): (municipality: string) => boolean {
  const reach = reachOf(subject, "see-deliveries");
  return (municipality) => subject.id === null || covers(reach, [municipality]);
}

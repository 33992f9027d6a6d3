/** Free text before it is kept: whoever wrote what looks like a civil registration number is asked, and nothing is changed for them. */
import {findPersonNumber} from "./person-numbers.ts";

const most = 50;

/** The first thing that looks like one and that the writer has not said is none; ten digits, or null. */
export function unconfirmedNumber(text: string, confirmed: ReadonlySet<string>): string | null {
  let rest = text;
  for (let round = 0; round < most; round++) {
    const found = findPersonNumber(rest);
    if (!found) return null;
    if (!confirmed.has(found.number)) return found.number;
    const without = rest.replaceAll(writtenAs(found.number), " ");
    if (without === rest) return null; // written in a way that cannot be taken out; it has been confirmed
    rest = without;
  }
  return null;
}

/** However it is spaced, with or without the leading zero and the century. */
function writtenAs(number: string): RegExp {
  const sign = "[^0-9A-Za-z]{0,3}";
  const digits = [...number].join(sign);
  const [lead, ...others] = number;
  const short = lead === "0" ? others.join(sign) : digits;
  const century = `${[...number.slice(0, 4)].join(sign)}${sign}(?:18|19|20)${sign}${[...number.slice(4)].join(sign)}`;
  return new RegExp(`${century}|${digits}|${short}`, "g");
}

/** Asks the service of citizens over its socket. Nothing but this module has seen a civil registration number here. */
import {createConnection} from "node:net";
import {jsonOf} from "../../queries/json.ts";
import {
  type CitizenAnswer,
  type CitizenAsk,
  citizenAnswer,
  type Holding
} from "../../queries/personal/citizen-service.ts";

export interface CitizenClient {
  /** A ticket. Throws where nobody can be looked up now. */
  match(personNumber: string): Promise<string>;
  /** Null where the ticket has run out. Throws where the service does not answer. */
  holdings(ticket: string): Promise<readonly Holding[] | null>;
}

const patienceMs = 20_000;
const longestAnswer = 1_000_000;

export function openCitizenClient(path: string): CitizenClient {
  return {
    async match(number) {
      const answer = await ask(path, {ask: "match", number});
      if ("ticket" in answer) return answer.ticket;
      throw new Error("the service of citizens could not answer");
    },
    async holdings(ticket) {
      const answer = await ask(path, {ask: "holdings", ticket});
      if ("holdings" in answer) return answer.holdings;
      if ("refused" in answer && answer.refused === "gone") return null;
      throw new Error("the service of citizens could not answer");
    }
  };
}

function ask(path: string, question: CitizenAsk): Promise<CitizenAnswer> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path, () => socket.write(`${JSON.stringify(question)}\n`));
    let text = "";
    socket.setEncoding("utf8");
    socket.setTimeout(patienceMs, () => socket.destroy(new Error("the service of citizens is silent")));
    socket.on("error", reject);
    socket.on("data", (part: string) => {
      text += part;
      if (text.length > longestAnswer) socket.destroy(new Error("too long an answer"));
    });
    socket.on("end", () => {
      const parsed = citizenAnswer.safeParse(jsonOf(text));
      if (parsed.success) resolve(parsed.data);
      else reject(new Error("not an answer of the service of citizens"));
    });
  });
}

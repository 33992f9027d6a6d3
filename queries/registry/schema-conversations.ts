/** The registry's tables of conversations. What is written is never changed or deleted: a part has versions. */
import type {ColumnType} from "kysely";
import type {TemplateId} from "../conversations/template.ts";

type Fixed<Value> = ColumnType<Value, Value, never>;

/** One for each unit, period and template; made when something is first written in it. */
export interface ConversationTable {
  id: Fixed<string>;
  unit: Fixed<string>;
  period: Fixed<string>;
  template: Fixed<TemplateId>;
  created_at: Fixed<string>;
  created_by: Fixed<string>;
}

/** The newest row of a part that is not set aside is what stands. */
export interface ConversationVersionTable {
  conversation: Fixed<string>;
  part: Fixed<string>;
  /** Rises with every write, also where a writer's own row of the same sitting is written on. */
  version: number;
  text: string;
  /** 1: somebody else had written meanwhile, and this text was kept beside theirs. */
  aside: Fixed<number>;
  /** The version that was brought back; null for what was written. */
  restores: Fixed<number | null>;
  author: Fixed<string>;
  began_at: Fixed<string>;
  changed_at: string;
}

export interface ConversationSchema {
  conversations: ConversationTable;
  conversation_versions: ConversationVersionTable;
}

/** What the server knows of identity: where it stands, its keys, and who somebody is that has not signed in. */
import type {Subject} from "../../queries/access.ts";
import type {Registry} from "../../queries/registry/open.ts";
import type {CitizenClient} from "./citizen-client.ts";
import type {Provider} from "./provider.ts";
import type {IdentitySettings, ProviderName} from "./settings.ts";
import type {Vault} from "./vault.ts";

export interface Identity {
  /** The address that browsers know, where it is not that of the request; always https. */
  readonly publicUrl: URL | null;
  /** Whether the server listens to this machine only. */
  readonly onLoopback: boolean;
  /** Made at the first need. */
  readonly registry: () => Promise<Registry>;
  readonly vault: Vault;
  /** Whether the data are invented; asked anew each time. */
  readonly isDemonstration: () => boolean;
  /** Who a request without a session is. */
  readonly stranger: Subject;
  readonly settings: IdentitySettings;
  readonly providers: ReadonlyMap<ProviderName, Provider>;
  /** A person number → a ticket that stands for the person at the service of citizens; null where there are no citizens. */
  readonly match: ((personNumber: string) => Promise<string | null>) | null;
  /** Where rows about who has the ticket stand; null where the ticket has run out. */
  readonly holdings?: CitizenClient["holdings"];
}

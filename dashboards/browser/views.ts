/** Every view that the browser can draw again, fetched when its page is open. */
import type {View} from "../view.ts";

export const views: Readonly<Record<string, () => Promise<View>>> = {
  "institutions-view": async () => (await import("../pages/institutions-view.ts")).institutionsView as View,
  "peers-view": async () => (await import("../pages/peers-view.ts")).peersView as View,
  "compare-view": async () => (await import("../pages/compare-view.ts")).compareView as View,
  "indicator-view": async () => (await import("../pages/indicator-view.ts")).indicatorView as View,
  "indicators-view": async () => (await import("../pages/indicators.ts")).indicatorsView as View,
  "unit-view": async () => (await import("../pages/unit-view.ts")).unitView as View
};

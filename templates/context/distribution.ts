import {distribution, type DistributionRow} from "../../dashboards/charts/distribution.ts";
import {distributionAlt, titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import {findClassification} from "../../queries/classifications/index.ts";
import type {DisclosedFact, Indicator} from "../../queries/model.ts";
import type {PackageFacts} from "./facts.ts";
import type {ChartView, Draw} from "./views.ts";

/** The strings that only the web pages use; the others are in `text.ts`. */
import type {Language} from "../queries/model.ts";
import {danishAbout} from "./text/web/da-about.ts";
import {danishAccess} from "./text/web/da-access.ts";
import {danishAccount} from "./text/web/da-account.ts";
import {danishAgreementsPage} from "./text/web/da-agreements-wheel.ts";
import {danishCalendars} from "./text/web/da-calendars.ts";
import {danishCitizen} from "./text/web/da-citizen.ts";
import {danishCompare} from "./text/web/da-compare.ts";
import {danishConversation} from "./text/web/da-conversation.ts";
import {danishDeliveries} from "./text/web/da-deliveries.ts";
import {danishEthics} from "./text/web/da-ethics.ts";
import {danishFigure} from "./text/web/da-figure.ts";
import {danishFront} from "./text/web/da-front.ts";
import {danishIndicatorView} from "./text/web/da-indicator-view.ts";
import {danishIndicators} from "./text/web/da-indicators.ts";
import {danishInstitutions} from "./text/web/da-institutions.ts";
import {danishLanguages} from "./text/web/da-languages.ts";
import {danishNumber} from "./text/web/da-number.ts";
import {danishObservations} from "./text/web/da-observations.ts";
import {danishOperationsStop} from "./text/web/da-operations-stop.ts";
import {danishOperations} from "./text/web/da-operations-wheel.ts";
import {danishOwnFigures} from "./text/web/da-own-figures.ts";
import {danishQuality} from "./text/web/da-quality.ts";
import {danishRecipient} from "./text/web/da-recipient.ts";
import {danishRecipients} from "./text/web/da-recipients.ts";
import {danishRowRequests} from "./text/web/da-row-requests.ts";
import {danishSignoff} from "./text/web/da-signoff.ts";
import {danishUnitPeers} from "./text/web/da-unit-peers.ts";
import {danishUnitView} from "./text/web/da-unit-view.ts";
import {danishUnits} from "./text/web/da-units.ts";
import {danishWheelPage} from "./text/web/da-wheel.ts";
import {englishAbout} from "./text/web/en-about.ts";
import {englishAccess} from "./text/web/en-access.ts";
import {englishAccount} from "./text/web/en-account.ts";
import {englishAgreementsPage} from "./text/web/en-agreements-wheel.ts";
import {englishCalendars} from "./text/web/en-calendars.ts";
import {englishCitizen} from "./text/web/en-citizen.ts";
import {englishCompare} from "./text/web/en-compare.ts";
import {englishConversation} from "./text/web/en-conversation.ts";
import {englishDeliveries} from "./text/web/en-deliveries.ts";
import {englishEthics} from "./text/web/en-ethics.ts";
import {englishFigure} from "./text/web/en-figure.ts";
import {englishFront} from "./text/web/en-front.ts";
import {englishIndicatorView} from "./text/web/en-indicator-view.ts";
import {englishIndicators} from "./text/web/en-indicators.ts";
import {englishInstitutions} from "./text/web/en-institutions.ts";
import {englishLanguages} from "./text/web/en-languages.ts";
import {englishNumber} from "./text/web/en-number.ts";
import {englishObservations} from "./text/web/en-observations.ts";
import {englishOperationsStop} from "./text/web/en-operations-stop.ts";
import {englishOperations} from "./text/web/en-operations-wheel.ts";
import {englishOwnFigures} from "./text/web/en-own-figures.ts";
import {englishQuality} from "./text/web/en-quality.ts";
import {englishRecipient} from "./text/web/en-recipient.ts";
import {englishRecipients} from "./text/web/en-recipients.ts";
import {englishRowRequests} from "./text/web/en-row-requests.ts";
import {englishSignoff} from "./text/web/en-signoff.ts";
import {englishUnitPeers} from "./text/web/en-unit-peers.ts";
import {englishUnitView} from "./text/web/en-unit-view.ts";
import {englishUnits} from "./text/web/en-units.ts";
import {englishWheelPage} from "./text/web/en-wheel.ts";
import type {Widened} from "./text/widened.ts";

const danish = {
  ...danishFront,
  ...danishUnits,
  ...danishUnitPeers,
  ...danishUnitView,
  ...danishIndicators,
  ...danishIndicatorView,
  ...danishDeliveries,
  ...danishCompare,
  ...danishInstitutions,
  ...danishNumber,
  ...danishOwnFigures,
  ...danishQuality,
  ...danishAbout,
  ...danishAccess,
  ...danishAccount,
  ...danishCitizen,
  ...danishEthics,
  ...danishRowRequests,
  ...danishFigure,
  ...danishWheelPage,
  ...danishAgreementsPage,
  ...danishConversation,
  ...danishOperations,
  ...danishOperationsStop,
  ...danishRecipients,
  ...danishRecipient,
  ...danishLanguages,
  ...danishSignoff,
  ...danishObservations,
  ...danishCalendars
};
/** The Danish one gives the type, so an English string cannot be missing. */
export type WebText = Widened<typeof danish>;
const english: WebText = {
  ...englishFront,
  ...englishUnits,
  ...englishUnitPeers,
  ...englishUnitView,
  ...englishIndicators,
  ...englishIndicatorView,
  ...englishDeliveries,
  ...englishCompare,
  ...englishInstitutions,
  ...englishNumber,
  ...englishOwnFigures,
  ...englishQuality,
  ...englishAbout,
  ...englishAccess,
  ...englishAccount,
  ...englishCitizen,
  ...englishEthics,
  ...englishRowRequests,
  ...englishFigure,
  ...englishWheelPage,
  ...englishAgreementsPage,
  ...englishConversation,
  ...englishOperations,
  ...englishOperationsStop,
  ...englishRecipients,
  ...englishRecipient,
  ...englishLanguages,
  ...englishSignoff,
  ...englishObservations,
  ...englishCalendars
};

export function webTextOf(language: Language): WebText {
  return language === "da" ? danish : english;
}

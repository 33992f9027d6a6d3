/** The web application as a function of what it depends on; it does not listen. */
import compression from "compression";
import express, {type Express} from "express";
import {NotFound} from "../queries/errors.ts";
import {spendBudgets} from "./budgets.ts";
import {errorPages} from "./errors.ts";
import {protections} from "./headers.ts";
import {openRoutes} from "./identity/routes.ts";
import {recognise} from "./identity/who.ts";
import {keepPages} from "./kept-pages.ts";
import type {Deps} from "./page.ts";
import {addAboutPage} from "./routes/about.ts";
import {addAccessPage} from "./routes/access.ts";
import {addAccount} from "./routes/account.ts";
import {addAccounts} from "./routes/accounts.ts";
import {addAgreements} from "./routes/agreements.ts";
import {addAssets} from "./routes/assets.ts";
import {addCalendars} from "./routes/calendar.ts";
import {addCalendarList} from "./routes/calendars.ts";
import {addCitizenOwnPage, addCitizenPage} from "./routes/citizen.ts";
import {addComparePages} from "./routes/compare.ts";
import {addConversationHistory} from "./routes/conversation-history.ts";
import {addConversationList} from "./routes/conversation-list.ts";
import {addConversations} from "./routes/conversations.ts";
import {addDeliveryPages} from "./routes/deliveries.ts";
import {addFigurePages} from "./routes/figures.ts";
import {addFrontPage} from "./routes/front.ts";
import {addIndicatorPages} from "./routes/indicators.ts";
import {addInstitutionPages} from "./routes/institutions.ts";
import {addInvitation} from "./routes/invitation.ts";
import {addIssueFiles} from "./routes/issue-files.ts";
import {addIssuePages} from "./routes/issues.ts";
import {addLog, addLookUps} from "./routes/look-ups.ts";
import {addObservations} from "./routes/observations.ts";
import {addOperations} from "./routes/operations.ts";
import {addOperationsStream} from "./routes/operations-stream.ts";
import {addOwnFigures, ownUnitOf} from "./routes/own-figures.ts";
import {addProviders} from "./routes/provider.ts";
import {addQualityPage} from "./routes/quality.ts";
import {addRecipient} from "./routes/recipient.ts";
import {addRecipients} from "./routes/recipients.ts";
import {addReportPages} from "./routes/reports.ts";
import {addRowRequests} from "./routes/row-requests.ts";
import {addSignIn} from "./routes/sign-in.ts";
import {addSecondFactor} from "./routes/sign-in-code.ts";
import {addSignoffs} from "./routes/signoff.ts";
import {addSignoffPages} from "./routes/signoff-issue.ts";
import {addSlices} from "./routes/slices.ts";
import {addStandardPages} from "./routes/standards.ts";
import {addTrial} from "./routes/trial.ts";
import {addUnitPages} from "./routes/units.ts";
import {addWheelPages} from "./routes/wheel.ts";

export function createApp(deps: Deps): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.set("etag", false);
  app.set("trust proxy", deps.identity.publicUrl ? "loopback" : false);
  app.use(protections());
  app.use(compression());
  app.use(chooseLanguage);
  app.use(recognise(deps));
  app.use(spendBudgets(deps));
  app.use(keepPages(deps));
  const routes = openRoutes(app, deps);
  const open = routes.may("see-disclosed");
  addAssets(open, deps);
  addSlices(open, deps);
  addIssueFiles(open, deps);
  for (const add of [
    addFrontPage,
    addUnitPages,
    addIssuePages,
    addIndicatorPages,
    addComparePages,
    addInstitutionPages,
    addStandardPages,
    addFigurePages,
    addReportPages,
    addQualityPage,
    addAboutPage,
    addCitizenPage,
    addWheelPages,
    addCalendars
  ])
    add(open, deps);
  addOwnFigures(routes.may("see-own-unit", ownUnitOf), deps);
  for (const add of [addSignoffs, addSignoffPages]) add(routes.may("preview"), deps);
  addRowRequests(routes.may("see-raw"), deps);
  for (const add of [addRecipients, addRecipient]) add(routes.may("manage-recipients"), deps);
  addDeliveryPages(routes.may("see-deliveries"), deps);
  for (const add of [addAgreements, addConversationList, addConversations, addConversationHistory])
    add(routes.may("see-conversations"), deps);
  addObservations(routes.may("write-findings"), deps);
  for (const add of [addOperations, addOperationsStream]) add(routes.may("see-operations"), deps);
  addAccessPage(open, deps);
  addCitizenOwnPage(routes.may("see-own-record"), deps);
  for (const add of [addSignIn, addSecondFactor, addInvitation, addProviders]) add(routes.may("sign-in"), deps);
  for (const add of [addAccount, addLookUps, addCalendarList]) add(routes.may("use-account"), deps);
  addLog(routes.may("see-audit"), deps);
  addAccounts(routes.may("see-accounts"), deps);
  addTrial(routes.may("manage-accounts"), deps);
  routes.check();
  app.use((request) => {
    throw new NotFound("page", request.path);
  });
  app.use(errorPages(deps));
  return app;
}

/** `/en/…` is the same page in English. */
const chooseLanguage: express.RequestHandler = (request, response, next) => {
  const english = /^\/en(?=\/|\?|$)/.test(request.url);
  response.locals.language = english ? "en" : "da";
  if (english) request.url = request.url.slice(3).replace(/^(?!\/)/, "/");
  response.locals.path = request.path;
  next();
};

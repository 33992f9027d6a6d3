declare module "virtual:partials" {
  export const partials: Readonly<Record<string, TemplateSpecification>>;
}
declare module "handlebars/runtime.js" {
  export {default} from "handlebars";
}

import type { Messages as CatalogMessages } from "./catalog";
import type { LocaleTag } from "./locales";

declare module "use-intl" {
  interface AppConfig {
    Locale: LocaleTag;
    Messages: CatalogMessages;
  }
}

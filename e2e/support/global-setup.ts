import { startApp } from "./running-app";
import { shareApp } from "./shared-app";

/** Starts the demo hospital once for the whole run. @returns what ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const app = await startApp({ demo: true });
  shareApp(app);
  return () => app.stop();
}

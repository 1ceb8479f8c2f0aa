import { notFound } from "next/navigation";
import { pageCaller } from "@/lib/server/identity/page-caller";

/** Here too: found missing in the page alone, the answer would have no title. */
export async function generateMetadata(): Promise<never> {
  await pageCaller();
  notFound();
}

/** Stands for every address without a page, for whoever is signed in (next.config.js sends them here). */
export default async function NoSuchPage(): Promise<never> {
  await pageCaller();
  notFound();
}

"use server";

import { redirect } from "next/navigation";
import { signOutBrowser } from "@/lib/server/identity/next-auth";

export async function signOutAction(): Promise<void> {
  await signOutBrowser();
  redirect("/sign-in");
}

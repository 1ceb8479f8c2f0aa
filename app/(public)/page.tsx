import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Landing } from "@/components/landing/landing";
import { LanguageForm } from "@/components/sign-in/language-form";
import { listDemoSignIns } from "@/lib/server/identity";
import { findPageCaller } from "@/lib/server/identity/page-caller";
import { homeFor } from "../(console)/places";
import { setLocaleAction } from "../set-locale-action";

export const metadata: Metadata = { title: { absolute: "Kynara" } };

export default async function StartPage() {
  const found = await findPageCaller();
  if (found) redirect(homeFor(found.caller.permissions));
  return (
    <Landing
      demo={(await listDemoSignIns()).length > 0}
      languages={<LanguageForm action={setLocaleAction} />}
    />
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { Page, PageHeader } from "@/components/ui/page-header";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { ActionsSection } from "./actions-section";
import { DataSection } from "./data-section";
import { FeedbackSection } from "./feedback-section";
import { FormSection } from "./form-section";
import { OverlaySection } from "./overlay-section";
import { TokenSection } from "./token-section";

export const metadata: Metadata = { title: "Design system" };

/** Every component in every state, for development and for the photographs of the browser tests. */
export default function DesignPage() {
  if (process.env.NODE_ENV === "production" && process.env.KYNARA_DESIGN !== "1") notFound();
  return (
    <main className="min-h-dvh bg-canvas">
      <Page className="flex flex-col gap-8">
        <PageHeader
          title="Design system"
          description="What the console is made of. Colour is never alone: each meaning has a word and an outline of its own."
          actions={
            <>
              <LinkButton href="/design/shell">Shell</LinkButton>
              <ThemeToggle />
            </>
          }
          className="pb-0"
        />
        <TokenSection />
        <ActionsSection />
        <FormSection />
        <DataSection />
        <FeedbackSection />
        <OverlaySection />
      </Page>
    </main>
  );
}

import type { Metadata } from "next";
import { ApiReference } from "@/components/api-reference/api-reference";
import { config } from "@/lib/server/config";

export const metadata: Metadata = { title: "API reference" };
export const dynamic = "force-dynamic";

export default function ApiReferencePage() {
  return <ApiReference baseUrl={config().baseUrl} />;
}

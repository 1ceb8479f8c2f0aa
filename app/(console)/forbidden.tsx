import type { Metadata } from "next";
import { ForbiddenPlace } from "@/components/shell/forbidden-place";

export const metadata: Metadata = { title: "Not part of your role" };

export default function ConsoleForbidden() {
  return <ForbiddenPlace />;
}

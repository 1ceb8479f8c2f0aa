import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShellExample } from "./shell-example";

export const metadata: Metadata = { title: "Shell" };

export default function DesignShellPage() {
  if (process.env.NODE_ENV === "production" && process.env.KYNARA_DESIGN !== "1") notFound();
  return <ShellExample />;
}

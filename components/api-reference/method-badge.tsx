import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";

const TONES: Readonly<Record<string, Tone>> = {
  get: "info",
  post: "positive",
  put: "caution",
  patch: "caution",
  delete: "negative",
};

export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge tone={TONES[method] ?? "neutral"} className="w-16 justify-center">
      {method.toUpperCase()}
    </Badge>
  );
}

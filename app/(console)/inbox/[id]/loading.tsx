import { RequestSkeleton } from "@/components/inbox/inbox-skeleton";

export default function RequestLoading() {
  return <RequestSkeleton />;
}

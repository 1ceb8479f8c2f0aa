"use client";

import { CircleAlert, RotateCw } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { MessageScreen } from "./message-screen";
import { requestIdOf } from "./request-id";

interface ErrorScreenProps {
  error: unknown;
  retry: () => void;
  whole?: boolean;
}

/** What an error boundary shows. Decisions are never made in the browser, so nothing is lost with the page. */
export function ErrorScreen({ error, retry, whole = false }: ErrorScreenProps) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <MessageScreen
      whole={whole}
      icon={<CircleAlert aria-hidden />}
      title="This page failed to load"
      requestId={requestIdOf(error)}
      actions={
        <Button variant="primary" iconStart={<RotateCw aria-hidden />} onClick={retry}>
          Try again
        </Button>
      }
    >
      <p>Showing the page changed nothing. What you had sent before stands if it was confirmed on screen.</p>
      <p>Try again; if it fails once more, give the request id to whoever runs Kynara for you.</p>
    </MessageScreen>
  );
}

"use client";

import { CircleAlert, RotateCw } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "#i18n";
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
  const t = useTranslations("error-screen");
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <MessageScreen
      whole={whole}
      icon={<CircleAlert aria-hidden />}
      title={t("title")}
      requestId={requestIdOf(error)}
      actions={
        <Button variant="primary" iconStart={<RotateCw aria-hidden />} onClick={retry}>
          {t("retry")}
        </Button>
      }
    >
      <p>{t("unchanged")}</p>
      <p>{t("next")}</p>
    </MessageScreen>
  );
}

"use client";

import { ChevronsUpDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { Deferred } from "@/components/ui/deferred";
import { useErrorWords } from "@/components/ui/error-words";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { sessionOperations } from "@/lib/client/operations";
import type { ShellOrganization } from "./nav-item";

const loadMenu = () => import("./organization-menu");

interface OrganizationSwitcherProps {
  organization: ShellOrganization;
  /** Where the person is a member, this one among them. */
  organizations: readonly { id: string; name: string }[];
}

/** Names the organization; for somebody who belongs to several it goes over to another. */
export function OrganizationSwitcher({ organization, organizations }: OrganizationSwitcherProps) {
  const t = useTranslations("shell.organizations");
  const errorWords = useErrorWords();
  const [going, setGoing] = useState(false);

  async function go(id: string) {
    setGoing(true);
    try {
      await call(sessionOperations.switch, { body: { organization_id: id } });
      // A new document: nothing of one organization stays in the memory of the other's pages.
      window.location.assign("/");
    } catch (error) {
      setGoing(false);
      toast.error(t("failed"), { description: errorWords(error) });
    }
  }

  if (organizations.length < 2) return <span className="truncate">{organization.name}</span>;
  const button = (
    <button
      type="button"
      disabled={going}
      className="tap-target -mx-2 flex h-8 min-w-0 items-center gap-1.5 rounded-md px-2 hover:bg-hover"
    >
      <span className="sr-only">{t("label")}</span>
      <span className="truncate">{organization.name}</span>
      {going ? (
        <Spinner label={t("going")} />
      ) : (
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      )}
    </button>
  );
  return (
    <Deferred load={loadMenu} popup="menu" trigger={button}>
      {({ OrganizationMenu }, opening) => (
        <OrganizationMenu
          trigger={button}
          openedBy={opening}
          current={organization.id}
          organizations={organizations}
          onChoose={(id) => void go(id)}
        />
      )}
    </Deferred>
  );
}

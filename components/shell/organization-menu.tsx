"use client";

import { Check } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslations } from "#i18n";
import type { Opening } from "@/components/ui/deferred";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";

interface OrganizationMenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  openedBy: Opening;
  /** The id of the organization that one is in. */
  current: string;
  organizations: readonly { id: string; name: string }[];
  /** Told of another than the current one. */
  onChoose: (id: string) => void;
}

/** The organizations of a person; opened as soon as it is there. */
export function OrganizationMenu({
  trigger,
  openedBy,
  current,
  organizations,
  onChoose,
}: OrganizationMenuProps) {
  const t = useTranslations("shell.organizations");
  return (
    <Menu align="start" openedBy={openedBy} trigger={trigger}>
      <MenuGroup label={t("label")}>
        {organizations.map(({ id, name }) => {
          const isCurrent = id === current;
          return (
            <MenuItem
              key={id}
              icon={<Check aria-hidden className={isCurrent ? "" : "invisible"} />}
              onSelect={() => (isCurrent ? undefined : onChoose(id))}
            >
              {name}
              {isCurrent ? <span className="sr-only"> {t("current")}</span> : null}
            </MenuItem>
          );
        })}
      </MenuGroup>
    </Menu>
  );
}

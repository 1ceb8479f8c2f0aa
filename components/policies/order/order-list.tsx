"use client";

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useRef } from "react";
import { useTranslations } from "#i18n";
import { Card } from "@/components/ui/card";
import { OrderRow } from "./order-row";
import type { Order } from "./use-order";

/** A list has one direction to move in. */
const alongTheList: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** The rules in the order under way, to be moved by pointer, finger or keyboard. */
export function OrderList({ order }: { order: Order }) {
  const t = useTranslations("policies.reorder");
  const { after, plan } = order;
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const becomes = new Map(plan.kind === "full" ? [] : plan.changes.map(({ id, to }) => [id, to]));
  const told = useRef<string | number | null>(null);
  const placeOf = (id: string | number) => after.findIndex((policy) => policy.id === id);
  const said = (id: string | number, over: string | number = id) => ({
    name: after[placeOf(id)]?.display_name ?? "",
    place: placeOf(over) + 1,
    count: after.length,
  });

  function drop({ active, over }: DragEndEvent) {
    if (over !== null && over.id !== active.id) order.move(String(active.id), placeOf(over.id));
  }

  return (
    <Card aria-label={t("list")}>
      <DndContext
        id="policy-order"
        sensors={sensors}
        collisionDetection={closestCenter}
        modifiers={[alongTheList]}
        onDragEnd={drop}
        accessibility={{
          screenReaderInstructions: { draggable: t("keyboard") },
          announcements: {
            onDragStart: ({ active }) => {
              told.current = active.id;
              return t("announce.picked", said(active.id));
            },
            // A rule lies over itself to begin with, which would be said over what was just said.
            onDragOver: ({ active, over }) => {
              if (over === null || over.id === told.current) return undefined;
              told.current = over.id;
              return t("announce.over", said(active.id, over.id));
            },
            onDragEnd: ({ active, over }) => t("announce.dropped", said(active.id, over?.id)),
            onDragCancel: ({ active }) => t("announce.cancelled", said(active.id)),
          },
        }}
      >
        <SortableContext items={after.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className="flex flex-col divide-y divide-line overflow-hidden rounded-lg">
            {after.map((policy, place) => (
              <OrderRow
                key={policy.id}
                policy={policy}
                place={place}
                count={after.length}
                becomes={becomes.get(policy.id) ?? null}
                onMove={(to) => order.move(policy.id, to)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
    </Card>
  );
}

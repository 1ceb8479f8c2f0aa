import { authHandlers } from "@/lib/server/identity/next-auth";

export const { GET, POST } = authHandlers;

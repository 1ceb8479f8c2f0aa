export { DELETE, GET, PATCH, POST, PUT } from "@/lib/server/http/method-not-allowed";

-- Since when the failed attempts of users.failed_attempts are counted.
ALTER TABLE users ADD COLUMN failing_since timestamptz;

-- One statement instead of a transaction with a tenant, on every request's path.
CREATE FUNCTION touch_session(p_id text, p_every_seconds double precision) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  UPDATE session SET last_seen_at = now()
   WHERE id = p_id AND revoked_at IS NULL AND last_seen_at < now() - make_interval(secs => p_every_seconds);
$$;
REVOKE EXECUTE ON FUNCTION touch_session(text, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION touch_session(text, double precision) TO kynara_app;

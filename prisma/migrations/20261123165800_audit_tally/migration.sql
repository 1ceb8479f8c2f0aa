-- How often what happened on which day (UTC), by agent and rule: a reading of the log, made from it and never the other
-- way round. Figures over a month come from some hundred rows instead of from every entry of the month. Writing to the log
-- costs nothing more for it: the reading catches up afterwards.
CREATE TABLE audit_tally (
  org_id         text NOT NULL REFERENCES organization (id),
  day            date NOT NULL,
  type           text NOT NULL,
  effect         text NOT NULL,
  agent_id       text NOT NULL,
  policy_id      text NOT NULL,
  policy_version integer NOT NULL,
  emergency      boolean NOT NULL,
  count          bigint NOT NULL,
  PRIMARY KEY (org_id, day, type, effect, agent_id, policy_id, policy_version, emergency)
);

-- The last entry that is counted.
CREATE TABLE audit_tally_head (
  org_id text PRIMARY KEY REFERENCES organization (id),
  seq    bigint NOT NULL
);

-- Counts at most p_limit more entries and tells the last that is counted. Each entry is counted once: the row of the head
-- is locked, and counting and head move in one transaction.
CREATE FUNCTION audit_tally_catch_up(p_org text, p_limit integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  v_from bigint;
  v_to bigint;
BEGIN
  INSERT INTO audit_tally_head (org_id, seq) VALUES (p_org, 0) ON CONFLICT DO NOTHING;
  SELECT seq INTO v_from FROM audit_tally_head WHERE org_id = p_org FOR UPDATE;
  SELECT least(v_from + p_limit, seq) INTO v_to FROM audit_head WHERE org_id = p_org;
  IF v_to IS NULL OR v_to <= v_from THEN
    RETURN v_from;
  END IF;
  INSERT INTO audit_tally AS t (org_id, day, type, effect, agent_id, policy_id, policy_version, emergency, count)
  SELECT p_org, r.day, r.type, r.effect, r.agent_id, r.policy_id, r.policy_version, r.emergency, count(*)
    FROM (
      SELECT (time AT TIME ZONE 'UTC')::date AS day, type, coalesce(effect, '') AS effect,
             coalesce(agent_id, '') AS agent_id, coalesce(policy_id, '') AS policy_id,
             CASE WHEN type = 'decision.evaluated' AND policy_id IS NOT NULL
                  THEN coalesce((canonical::jsonb #>> '{data,policy_version}')::integer, 0) ELSE 0 END AS policy_version,
             -- Only a text that names the member somewhere is worth parsing.
             type = 'decision.evaluated' AND strpos(canonical, '"grant_ids":') > 0
               AND (canonical::jsonb -> 'data') ? 'grant_ids' AS emergency
        FROM audit_record WHERE org_id = p_org AND seq > v_from AND seq <= v_to) AS r
   GROUP BY 2, 3, 4, 5, 6, 7, 8
  ON CONFLICT (org_id, day, type, effect, agent_id, policy_id, policy_version, emergency)
    DO UPDATE SET count = t.count + excluded.count;
  UPDATE audit_tally_head SET seq = v_to WHERE org_id = p_org;
  RETURN v_to;
END
$$;

CREATE FUNCTION list_untallied_logs() RETURNS TABLE (org_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT h.org_id FROM audit_head h LEFT JOIN audit_tally_head t ON t.org_id = h.org_id
   WHERE h.seq > coalesce(t.seq, 0);
$$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_tally', 'audit_tally_head'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = current_setting(''app.org_id'', true))
                    WITH CHECK (org_id = current_setting(''app.org_id'', true))', t);
  END LOOP;
END
$$;
GRANT SELECT ON audit_tally, audit_tally_head TO kynara_app;
REVOKE EXECUTE ON FUNCTION audit_tally_catch_up(text, integer), list_untallied_logs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_tally_catch_up(text, integer), list_untallied_logs() TO kynara_app;

-- The application acts as kynara_app, which owns nothing; the login role that migrates owns everything.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kynara_app') THEN
    CREATE ROLE kynara_app NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'The database user % may not create roles. As a superuser run: CREATE ROLE kynara_app NOLOGIN; GRANT kynara_app TO %;', current_user, current_user;
END
$$;
DO $$
BEGIN
  EXECUTE format('GRANT kynara_app TO %I', current_user);
EXCEPTION
  WHEN insufficient_privilege OR invalid_grant_operation THEN
    IF NOT pg_has_role(current_user, 'kynara_app', 'MEMBER') THEN
      RAISE EXCEPTION 'The database user % must be a member of the role kynara_app. As a superuser run: GRANT kynara_app TO %;', current_user, current_user;
    END IF;
END
$$;

-- Tenants ----------------------------------------------------------------------------------------------------------

CREATE TABLE organization (
  id          text PRIMARY KEY,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  slug        text NOT NULL UNIQUE,
  region      text NOT NULL,
  status      text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  settings    jsonb NOT NULL DEFAULT '{}',
  data_key    bytea NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE users (
  id              text PRIMARY KEY,
  email           text NOT NULL,
  name            text NOT NULL,
  password_hash   text,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until    timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX users_email_key ON users (lower(email));

CREATE TABLE role (
  org_id       text NOT NULL REFERENCES organization (id),
  name         text NOT NULL CHECK (name ~ '^[a-z][a-z0-9_]{0,63}$'),
  display_name text NOT NULL,
  description  text NOT NULL DEFAULT '',
  permissions  text[] NOT NULL DEFAULT '{}',
  allows       jsonb NOT NULL DEFAULT '[]',
  built_in     boolean NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, name)
);

CREATE TABLE member (
  id         text PRIMARY KEY,
  org_id     text NOT NULL REFERENCES organization (id),
  user_id    text NOT NULL REFERENCES users (id),
  status     text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'removed')),
  roles      text[] NOT NULL DEFAULT '{}',
  attrs      jsonb NOT NULL DEFAULT '{}',
  title      text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (org_id, user_id)
);
CREATE INDEX member_user_idx ON member (user_id);

CREATE TABLE session (
  id           text PRIMARY KEY,
  org_id       text NOT NULL REFERENCES organization (id),
  user_id      text NOT NULL REFERENCES users (id),
  ip           text NOT NULL DEFAULT '',
  user_agent   text NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  revoked_at   timestamptz
);
CREATE INDEX session_user_idx ON session (org_id, user_id);

CREATE TABLE agent (
  id                  text PRIMARY KEY,
  org_id              text NOT NULL REFERENCES organization (id),
  name                text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  description         text NOT NULL DEFAULT '',
  mode                text NOT NULL DEFAULT 'read_write' CHECK (mode IN ('read_only', 'read_write')),
  status              text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  status_reason       text NOT NULL DEFAULT '',
  owner_user_id       text REFERENCES users (id),
  roles               text[] NOT NULL DEFAULT '{}',
  attrs               jsonb NOT NULL DEFAULT '{}',
  daily_action_budget integer CHECK (daily_action_budget >= 0),
  created_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX agent_org_idx ON agent (org_id, id);

CREATE TABLE api_key (
  id          text PRIMARY KEY,
  org_id      text NOT NULL REFERENCES organization (id),
  agent_id    text REFERENCES agent (id),
  name        text NOT NULL,
  display     text NOT NULL,
  hash        bytea NOT NULL UNIQUE,
  permissions text[] NOT NULL DEFAULT '{}',
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz,
  revoked_at  timestamptz
);
CREATE INDEX api_key_org_idx ON api_key (org_id, id);
CREATE INDEX api_key_agent_idx ON api_key (org_id, agent_id);

CREATE TABLE policy (
  id           text PRIMARY KEY,
  org_id       text NOT NULL REFERENCES organization (id),
  display_name text NOT NULL,
  effect       text NOT NULL CHECK (effect IN ('allow', 'deny', 'require_approval')),
  priority     integer NOT NULL CHECK (priority BETWEEN 0 AND 1000),
  enabled      boolean NOT NULL DEFAULT true,
  status       text NOT NULL DEFAULT 'published' CHECK (status IN ('published', 'archived')),
  version      integer NOT NULL DEFAULT 1,
  document     jsonb NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX policy_order_idx ON policy (org_id, status, priority, id);

CREATE TABLE policy_version (
  org_id     text NOT NULL REFERENCES organization (id),
  policy_id  text NOT NULL REFERENCES policy (id),
  version    integer NOT NULL,
  document   jsonb NOT NULL,
  note       text NOT NULL DEFAULT '',
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (policy_id, version)
);

-- What the hospital's own systems know of subjects and resources; it replaces what a caller claims for the same names.
CREATE TABLE entity (
  org_id       text NOT NULL REFERENCES organization (id),
  kind         text NOT NULL CHECK (kind IN ('subject', 'resource')),
  type         text NOT NULL,
  id           text NOT NULL,
  display_name text NOT NULL DEFAULT '',
  attrs        jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, kind, type, id)
);

-- Approvals and grants ------------------------------------------------------------------------------------------------

CREATE TABLE approval (
  id             text PRIMARY KEY,
  org_id         text NOT NULL REFERENCES organization (id),
  state          text NOT NULL DEFAULT 'pending'
                 CHECK (state IN ('pending', 'approved', 'denied', 'expired', 'cancelled', 'consumed')),
  binding        bytea NOT NULL,
  policy_id      text NOT NULL REFERENCES policy (id),
  policy_version integer NOT NULL,
  decision_id    text NOT NULL,
  subject_type   text NOT NULL,
  subject_id     text NOT NULL,
  principal_id   text REFERENCES users (id),
  action         text NOT NULL,
  resource_type  text NOT NULL,
  resource_id    text NOT NULL DEFAULT '',
  request        jsonb NOT NULL,
  requirement    jsonb NOT NULL,
  stage          integer NOT NULL DEFAULT 0,
  approver_roles text[] NOT NULL,
  uses_left      integer NOT NULL DEFAULT 1 CHECK (uses_left >= 0),
  created_at     timestamptz NOT NULL DEFAULT now(),
  expires_at     timestamptz NOT NULL,
  escalate_at    timestamptz,
  escalated_at   timestamptz,
  resolved_at    timestamptz,
  resolved_by    text,
  reason         text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX approval_pending_binding_key ON approval (org_id, binding) WHERE state = 'pending';
CREATE INDEX approval_queue_idx ON approval (org_id, state, id);
CREATE INDEX approval_due_idx ON approval (expires_at) WHERE state IN ('pending', 'approved');
CREATE INDEX approval_escalation_idx ON approval (escalate_at) WHERE state = 'pending' AND escalated_at IS NULL;
CREATE INDEX approval_subject_idx ON approval (org_id, subject_id, id);

CREATE TABLE approval_vote (
  id          text PRIMARY KEY,
  org_id      text NOT NULL REFERENCES organization (id),
  approval_id text NOT NULL REFERENCES approval (id),
  stage       integer NOT NULL,
  user_id     text NOT NULL REFERENCES users (id),
  vote        text NOT NULL CHECK (vote IN ('approve', 'deny')),
  reason      text NOT NULL DEFAULT '',
  created_at  timestamptz NOT NULL DEFAULT now(),
  UNIQUE (approval_id, user_id)
);

CREATE TABLE approval_comment (
  id          text PRIMARY KEY,
  org_id      text NOT NULL REFERENCES organization (id),
  approval_id text NOT NULL REFERENCES approval (id),
  user_id     text NOT NULL REFERENCES users (id),
  body        text NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX approval_comment_idx ON approval_comment (approval_id, id);

CREATE TABLE jit_grant (
  id            text PRIMARY KEY,
  org_id        text NOT NULL REFERENCES organization (id),
  subject_type  text NOT NULL CHECK (subject_type IN ('user', 'agent')),
  subject_id    text NOT NULL,
  actions       text[] NOT NULL,
  resource      jsonb NOT NULL,
  justification text NOT NULL,
  ticket_url    text NOT NULL DEFAULT '',
  taken_by      text NOT NULL REFERENCES users (id),
  created_at    timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz NOT NULL,
  ended_at      timestamptz,
  ended_by      text,
  expiry_recorded boolean NOT NULL DEFAULT false,
  reviewed_at   timestamptz,
  reviewed_by   text,
  finding       text NOT NULL DEFAULT ''
);
CREATE INDEX jit_grant_org_idx ON jit_grant (org_id, id);
CREATE INDEX jit_grant_due_idx ON jit_grant (expires_at) WHERE ended_at IS NULL AND NOT expiry_recorded;

-- Actions that an agent was allowed on one day (UTC); kept exact by audit_append, in the transaction of the entries.
CREATE TABLE decision_count (
  org_id   text NOT NULL REFERENCES organization (id),
  agent_id text NOT NULL,
  day      date NOT NULL,
  count    integer NOT NULL,
  PRIMARY KEY (org_id, day, agent_id)
);

-- The ledger ------------------------------------------------------------------------------------------------------------

CREATE TABLE audit_head (
  org_id        text PRIMARY KEY REFERENCES organization (id),
  seq           bigint NOT NULL DEFAULT 0,
  hash          bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
  time          timestamptz NOT NULL DEFAULT to_timestamp(0),
  frontier      bytea[] NOT NULL DEFAULT '{}',
  -- Counts the changes of what decisions depend on; a decision is committed only against the value it was made with.
  state_version bigint NOT NULL DEFAULT 0
);

CREATE TABLE audit_record (
  org_id        text NOT NULL REFERENCES organization (id),
  seq           bigint NOT NULL CHECK (seq > 0),
  canonical     text NOT NULL,
  hash          bytea NOT NULL,
  time          timestamptz NOT NULL,
  event_id      text NOT NULL,
  type          text NOT NULL,
  actor_type    text NOT NULL,
  actor_id      text NOT NULL,
  effect        text,
  action        text,
  resource_type text,
  agent_id      text,
  policy_id     text,
  approval_id   text,
  PRIMARY KEY (org_id, seq),
  UNIQUE (org_id, event_id)
);
CREATE INDEX audit_record_type_idx ON audit_record (org_id, type, seq);
CREATE INDEX audit_record_actor_idx ON audit_record (org_id, actor_id, seq);
CREATE INDEX audit_record_agent_idx ON audit_record (org_id, agent_id, seq) WHERE agent_id IS NOT NULL;
CREATE INDEX audit_record_policy_idx ON audit_record (org_id, policy_id, seq) WHERE policy_id IS NOT NULL;
CREATE INDEX audit_record_approval_idx ON audit_record (org_id, approval_id, seq) WHERE approval_id IS NOT NULL;
CREATE INDEX audit_record_time_idx ON audit_record (org_id, time, seq);

-- Values that the log holds only as commitments. `box` is AES-256-GCM over {value, salt}; `tag` is a keyed hash of
-- path and value, by which a patient's entries are found, and goes when the value is erased.
CREATE TABLE audit_sealed_value (
  org_id     text NOT NULL REFERENCES organization (id),
  seq        bigint NOT NULL,
  path       text NOT NULL,
  commitment bytea NOT NULL,
  tag        bytea NOT NULL,
  box        bytea NOT NULL,
  PRIMARY KEY (org_id, seq, path)
);
CREATE INDEX audit_sealed_value_tag_idx ON audit_sealed_value (org_id, tag, seq);

-- Roots of the complete subtrees of 256, 65,536 ... entries, written with the entry that completes them: with the
-- entries' own hashes they make every proof a few range reads.
CREATE TABLE audit_node (
  org_id text NOT NULL REFERENCES organization (id),
  level  integer NOT NULL,
  index  bigint NOT NULL,
  hash   bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (org_id, level, index)
);

CREATE TABLE audit_checkpoint (
  org_id     text NOT NULL REFERENCES organization (id),
  size       bigint NOT NULL,
  root       bytea NOT NULL,
  note       text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, size)
);

-- Append-only for everybody, the owner of the tables included.
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_record_append_only BEFORE UPDATE OR DELETE ON audit_record FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_record_no_truncate BEFORE TRUNCATE ON audit_record FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_node_append_only BEFORE UPDATE OR DELETE ON audit_node FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_node_no_truncate BEFORE TRUNCATE ON audit_node FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE ON audit_checkpoint FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_checkpoint_no_truncate BEFORE TRUNCATE ON audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

CREATE FUNCTION audit_head_only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.org_id <> OLD.org_id OR NEW.seq < OLD.seq OR NEW.time < OLD.time OR NEW.state_version < OLD.state_version
     OR (NEW.seq = OLD.seq AND NEW.hash <> OLD.hash) THEN
    RAISE EXCEPTION 'the head of the audit log moves only forward' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_head_only_forward();
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- The one way into the log. Returns the state version after the append, or null when another writer came first or the
-- state moved: nothing is stored then. The database hashes each entry itself, so a faulty process cannot append what
-- does not verify.
CREATE FUNCTION audit_append(
  p_org text, p_seq bigint, p_state_version bigint, p_bump boolean,
  p_time timestamptz, p_frontier bytea[],
  p_canonical text[], p_hash bytea[], p_times timestamptz[], p_event_id text[], p_type text[],
  p_actor_type text[], p_actor_id text[], p_effect text[], p_action text[], p_resource_type text[],
  p_agent_id text[], p_policy_id text[], p_approval_id text[],
  p_sealed_seq bigint[], p_sealed_path text[], p_sealed_commitment bytea[], p_sealed_tag bytea[], p_sealed_box bytea[],
  p_node_level integer[], p_node_index bigint[], p_node_hash bytea[],
  p_day date, p_count_agent text[], p_count integer[]
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  v_prev bytea;
  v_version bigint;
  v_count integer := coalesce(array_length(p_canonical, 1), 0);
  i integer;
BEGIN
  SELECT hash INTO v_prev FROM audit_head
   WHERE org_id = p_org AND seq = p_seq AND (p_state_version IS NULL OR state_version = p_state_version)
   FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  FOR i IN 1 .. v_count LOOP
    IF p_hash[i] <> sha256('\x00'::bytea || convert_to(p_canonical[i], 'UTF8'))
       OR strpos(p_canonical[i], '"prev":"' || encode(v_prev, 'hex') || '","seq":' || (p_seq + i) || ',') = 0 THEN
      RAISE EXCEPTION 'audit entry % does not extend the chain', p_seq + i USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    v_prev := p_hash[i];
  END LOOP;
  UPDATE audit_head
     SET seq = p_seq + v_count, hash = v_prev, time = p_time, frontier = p_frontier,
         state_version = state_version + CASE WHEN p_bump THEN 1 ELSE 0 END
   WHERE org_id = p_org
  RETURNING state_version INTO v_version;
  INSERT INTO audit_record (org_id, seq, canonical, hash, time, event_id, type, actor_type, actor_id,
                            effect, action, resource_type, agent_id, policy_id, approval_id)
  SELECT p_org, p_seq + r.n, r.canonical, r.hash, r.time, r.event_id, r.type, r.actor_type, r.actor_id,
         r.effect, r.action, r.resource_type, r.agent_id, r.policy_id, r.approval_id
    FROM unnest(p_canonical, p_hash, p_times, p_event_id, p_type, p_actor_type, p_actor_id, p_effect, p_action,
                p_resource_type, p_agent_id, p_policy_id, p_approval_id)
         WITH ORDINALITY AS r (canonical, hash, time, event_id, type, actor_type, actor_id, effect, action,
                               resource_type, agent_id, policy_id, approval_id, n);
  IF p_sealed_seq IS NOT NULL THEN
    INSERT INTO audit_sealed_value (org_id, seq, path, commitment, tag, box)
    SELECT p_org, s.* FROM unnest(p_sealed_seq, p_sealed_path, p_sealed_commitment, p_sealed_tag, p_sealed_box) AS s;
  END IF;
  IF p_node_level IS NOT NULL THEN
    INSERT INTO audit_node (org_id, level, index, hash)
    SELECT p_org, n.* FROM unnest(p_node_level, p_node_index, p_node_hash) AS n;
  END IF;
  IF p_count_agent IS NOT NULL THEN
    INSERT INTO decision_count AS d (org_id, day, agent_id, count)
    SELECT p_org, p_day, c.agent_id, c.count FROM unnest(p_count_agent, p_count) AS c (agent_id, count)
    ON CONFLICT (org_id, day, agent_id) DO UPDATE SET count = d.count + excluded.count;
  END IF;
  IF p_bump THEN
    PERFORM pg_notify('kynara_state', p_org || ' ' || v_version);
  END IF;
  RETURN v_version;
END
$$;

-- Takes the chain's lock for the rest of a short transaction and tells where the chain stands.
CREATE FUNCTION audit_lock_head(p_org text) RETURNS audit_head
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT * FROM audit_head WHERE org_id = p_org FOR UPDATE;
$$;

-- Where the chain and the day's budgets stand, read in one snapshot.
CREATE FUNCTION audit_position(p_org text, p_day date)
RETURNS TABLE (seq bigint, hash bytea, "time" timestamptz, frontier bytea[], state_version bigint, counts json)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT h.seq, h.hash, h.time, h.frontier, h.state_version,
         (SELECT json_object_agg(d.agent_id, d.count) FROM decision_count d WHERE d.org_id = p_org AND d.day = p_day)
    FROM audit_head h WHERE h.org_id = p_org;
$$;

-- One statement instead of a transaction with a tenant, on the decision path.
CREATE FUNCTION find_entities(p_org text, p_kinds text[], p_types text[], p_ids text[])
RETURNS TABLE (kind text, type text, id text, display_name text, attrs jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT e.kind, e.type, e.id, e.display_name, e.attrs
    FROM unnest(p_kinds, p_types, p_ids) AS w (kind, type, id)
    JOIN entity e ON e.org_id = p_org AND e.kind = w.kind AND e.type = w.type AND e.id = w.id;
$$;

-- What must be found before the organization is known --------------------------------------------------------------------

CREATE FUNCTION find_api_key(p_hash bytea) RETURNS TABLE (id text, org_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT k.id, k.org_id FROM api_key k WHERE k.hash = p_hash;
$$;

CREATE FUNCTION find_session(p_id text) RETURNS TABLE (
  id text, org_id text, user_id text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT s.id, s.org_id, s.user_id, s.created_at, s.last_seen_at, s.expires_at, s.revoked_at FROM session s WHERE s.id = p_id;
$$;

CREATE FUNCTION list_memberships(p_user_id text) RETURNS TABLE (org_id text, org_name text, roles text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT m.org_id, o.name, m.roles FROM member m JOIN organization o ON o.id = m.org_id
   WHERE m.user_id = p_user_id AND m.status = 'active' ORDER BY m.created_at, m.id;
$$;

CREATE FUNCTION list_due_approvals(p_now timestamptz, p_limit integer) RETURNS TABLE (org_id text, id text, what text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  (SELECT a.org_id, a.id, 'expire' FROM approval a
    WHERE a.state IN ('pending', 'approved') AND a.expires_at <= p_now ORDER BY a.expires_at LIMIT p_limit)
  UNION ALL
  (SELECT a.org_id, a.id, 'escalate' FROM approval a
    WHERE a.state = 'pending' AND a.escalated_at IS NULL AND a.escalate_at <= p_now AND a.expires_at > p_now
    ORDER BY a.escalate_at LIMIT p_limit);
$$;

CREATE FUNCTION list_due_grants(p_now timestamptz, p_limit integer) RETURNS TABLE (org_id text, id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT g.org_id, g.id FROM jit_grant g
   WHERE g.ended_at IS NULL AND NOT g.expiry_recorded AND g.expires_at <= p_now ORDER BY g.expires_at LIMIT p_limit;
$$;

CREATE FUNCTION list_uncovered_logs() RETURNS TABLE (org_id text, size bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT h.org_id, h.seq FROM audit_head h
   WHERE h.seq > coalesce((SELECT max(c.size) FROM audit_checkpoint c WHERE c.org_id = h.org_id), 0);
$$;

CREATE FUNCTION create_organization(p_id text, p_name text, p_slug text, p_region text, p_settings jsonb, p_data_key bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  INSERT INTO organization (id, name, slug, region, settings, data_key) VALUES (p_id, p_name, p_slug, p_region, p_settings, p_data_key);
  INSERT INTO audit_head (org_id) VALUES (p_id);
$$;

-- Row-level security: a session sees the organization it names in app.org_id, and without a name it sees none -----------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['role', 'member', 'session', 'agent', 'api_key', 'policy', 'policy_version', 'entity', 'approval',
    'approval_vote', 'approval_comment', 'jit_grant', 'decision_count', 'audit_head', 'audit_record', 'audit_sealed_value',
    'audit_node', 'audit_checkpoint'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = current_setting(''app.org_id'', true))
                    WITH CHECK (org_id = current_setting(''app.org_id'', true))', t);
  END LOOP;
END
$$;
ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organization USING (id = current_setting('app.org_id', true)) WITH CHECK (id = current_setting('app.org_id', true));

DO $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO kynara_app', current_schema());
END
$$;
GRANT SELECT, INSERT, UPDATE ON users, role, member, session, agent, api_key, policy, policy_version, entity, approval,
  approval_vote, approval_comment, jit_grant TO kynara_app;
GRANT DELETE ON role, entity TO kynara_app;
GRANT SELECT, UPDATE ON organization TO kynara_app;
GRANT SELECT ON decision_count, audit_head, audit_record, audit_node TO kynara_app;
GRANT SELECT, DELETE ON audit_sealed_value TO kynara_app;
GRANT SELECT, INSERT ON audit_checkpoint TO kynara_app;
REVOKE EXECUTE ON FUNCTION
  audit_append(text, bigint, bigint, boolean, timestamptz, bytea[], text[], bytea[], timestamptz[], text[], text[], text[], text[],
    text[], text[], text[], text[], text[], text[], bigint[], text[], bytea[], bytea[], bytea[], integer[], bigint[], bytea[], date, text[], integer[]),
  audit_lock_head(text), audit_position(text, date), find_entities(text, text[], text[], text[]),
  find_api_key(bytea), find_session(text), list_memberships(text), list_due_approvals(timestamptz, integer),
  list_due_grants(timestamptz, integer), list_uncovered_logs(), create_organization(text, text, text, text, jsonb, bytea)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  audit_append(text, bigint, bigint, boolean, timestamptz, bytea[], text[], bytea[], timestamptz[], text[], text[], text[], text[],
    text[], text[], text[], text[], text[], text[], bigint[], text[], bytea[], bytea[], bytea[], integer[], bigint[], bytea[], date, text[], integer[]),
  audit_lock_head(text), audit_position(text, date), find_entities(text, text[], text[], text[]),
  find_api_key(bytea), find_session(text), list_memberships(text), list_due_approvals(timestamptz, integer),
  list_due_grants(timestamptz, integer), list_uncovered_logs(), create_organization(text, text, text, text, jsonb, bytea)
  TO kynara_app;

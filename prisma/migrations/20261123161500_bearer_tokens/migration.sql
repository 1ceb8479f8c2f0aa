-- Whose tokens an organization believes. The audience ends with the organization's own id, so that a token says for which
-- organization it was made, and no organization can take in the tokens of another.
CREATE TABLE token_issuer (
  id         text PRIMARY KEY,
  org_id     text NOT NULL REFERENCES organization (id),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  issuer     text NOT NULL,
  audience   text NOT NULL CHECK (audience ~ '[/:]org_[A-Za-z0-9]+$' AND right(audience, length(org_id)) = org_id),
  algorithms text[] NOT NULL CHECK (cardinality(algorithms) > 0),
  -- Its public keys as they were given, or where they are fetched.
  jwks       jsonb,
  jwks_uri   text,
  disabled   boolean NOT NULL DEFAULT false,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT token_issuer_one_source CHECK ((jwks IS NULL) <> (jwks_uri IS NULL)),
  UNIQUE (org_id, issuer)
);
CREATE INDEX token_issuer_org_idx ON token_issuer (org_id, id);

-- Which agent signs in with an issuer's tokens: those of exactly one subject, so that no two agents share one.
CREATE TABLE token_binding (
  id         text PRIMARY KEY,
  org_id     text NOT NULL REFERENCES organization (id),
  issuer_id  text NOT NULL REFERENCES token_issuer (id),
  subject    text NOT NULL CHECK (length(subject) BETWEEN 1 AND 500),
  claims     jsonb NOT NULL DEFAULT '{}',
  agent_id   text NOT NULL REFERENCES agent (id),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (issuer_id, subject)
);
CREATE INDEX token_binding_org_idx ON token_binding (org_id, id);
CREATE INDEX token_binding_agent_idx ON token_binding (org_id, agent_id, id);

-- Whether an organization has this issuer, asked before anything of the token is verified: one statement, and no
-- organization's state is loaded for whoever names one.
CREATE FUNCTION has_token_issuer(p_org text, p_issuer text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT EXISTS (SELECT FROM token_issuer t WHERE t.org_id = p_org AND t.issuer = p_issuer);
$$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['token_issuer', 'token_binding'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = current_setting(''app.org_id'', true))
                    WITH CHECK (org_id = current_setting(''app.org_id'', true))', t);
  END LOOP;
END
$$;
-- A binding is made and removed, never changed.
GRANT SELECT, INSERT, UPDATE, DELETE ON token_issuer TO kynara_app;
GRANT SELECT, INSERT, DELETE ON token_binding TO kynara_app;
REVOKE EXECUTE ON FUNCTION has_token_issuer(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_token_issuer(text, text) TO kynara_app;

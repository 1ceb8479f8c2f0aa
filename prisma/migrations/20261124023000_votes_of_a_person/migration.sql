-- What one person decided, newest first: their own overview, and one day the review of an approver.
CREATE INDEX approval_vote_person_idx ON approval_vote (org_id, user_id, id);

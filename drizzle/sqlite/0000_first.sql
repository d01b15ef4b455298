CREATE TABLE `candidate_access` (
	`workspace` text NOT NULL,
	`candidate_id` text NOT NULL,
	`person_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`resume_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `person_id`, `candidate_id`, `submission_id`, `resume_id`)
);
--> statement-breakpoint
CREATE INDEX `candidate_access_resume` ON `candidate_access` (`workspace`,`resume_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `candidate_access_candidate` ON `candidate_access` (`workspace`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `candidate_lookups` (
	`workspace` text NOT NULL,
	`candidate_id` text NOT NULL,
	`field` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`workspace`, `candidate_id`, `field`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `candidate_lookups_hash` ON `candidate_lookups` (`workspace`,`field`,`hash`);--> statement-breakpoint
CREATE TABLE `candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`code` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidates_code` ON `candidates` (`workspace`,`code`);--> statement-breakpoint
CREATE TABLE `resume_versions` (
	`workspace` text NOT NULL,
	`resume_id` text NOT NULL,
	`version` integer NOT NULL,
	`candidate_id` text NOT NULL,
	`origin` text NOT NULL,
	`audience` text NOT NULL,
	`data` text NOT NULL,
	`parser_version` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `resume_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `resumes` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`code` text NOT NULL,
	`candidate_id` text NOT NULL,
	`blob_id` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resumes_code` ON `resumes` (`workspace`,`code`);--> statement-breakpoint
CREATE INDEX `resumes_candidate` ON `resumes` (`workspace`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `term_mentions` (
	`workspace` text NOT NULL,
	`kind` text NOT NULL,
	`term` text NOT NULL,
	`candidate_id` text NOT NULL,
	`resume_id` text NOT NULL,
	`first_seen` integer NOT NULL,
	PRIMARY KEY(`workspace`, `kind`, `term`, `candidate_id`, `resume_id`)
);
--> statement-breakpoint
CREATE INDEX `term_mentions_resume` ON `term_mentions` (`workspace`,`resume_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`conversation` text NOT NULL,
	`private` integer NOT NULL,
	`dedupe_key` text NOT NULL,
	`card` text NOT NULL,
	`in_reply_to` text,
	`references` text NOT NULL,
	`subject` text,
	`bulk` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`platform_message_id` text,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedupe` ON `outbox` (`workspace`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_platform` ON `outbox` (`workspace`,`channel`,`platform_message_id`);--> statement-breakpoint
CREATE INDEX `outbox_person` ON `outbox` (`workspace`,`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`workspace`,`state`);--> statement-breakpoint
CREATE TABLE `outbox_matches` (
	`workspace` text NOT NULL,
	`outbox_id` text NOT NULL,
	`number` integer NOT NULL,
	`match_id` text NOT NULL,
	PRIMARY KEY(`outbox_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `outbox_matches_match` ON `outbox_matches` (`match_id`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`code` text NOT NULL,
	`step` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`priority` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`lease_token` text,
	`lease_expires_at` integer,
	`lost_leases` integer NOT NULL,
	`wakes` integer NOT NULL,
	`wakes_seen` integer NOT NULL,
	`reason` text,
	`fix` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tasks_code` ON `tasks` (`workspace`,`code`);--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`state`,`priority`,`due_at`);--> statement-breakpoint
CREATE INDEX `tasks_lease` ON `tasks` (`state`,`lease_expires_at`);--> statement-breakpoint
CREATE TABLE `digest_items` (
	`workspace` text NOT NULL,
	`digest_id` text NOT NULL,
	`person_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`number` integer NOT NULL,
	`match_id` text NOT NULL,
	`posting_id` text NOT NULL,
	`posting_version` integer NOT NULL,
	PRIMARY KEY(`digest_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `digest_items_person` ON `digest_items` (`workspace`,`person_id`,`posting_id`);--> statement-breakpoint
CREATE TABLE `digests` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`person_id` text NOT NULL,
	`local_date` text NOT NULL,
	`time_zone` text NOT NULL,
	`on_request` integer NOT NULL,
	`outbox_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `digests_person` ON `digests` (`workspace`,`person_id`,`local_date`);--> statement-breakpoint
CREATE UNIQUE INDEX `digests_daily` ON `digests` (`workspace`,`person_id`,`local_date`) WHERE not "digests"."on_request";--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`person_id` text NOT NULL,
	`match_id` text NOT NULL,
	`meaning` text NOT NULL,
	`rating` integer,
	`comment` text,
	`outbox_id` text,
	`submission_id` text,
	`created_at` integer NOT NULL,
	`retracted_at` integer
);
--> statement-breakpoint
CREATE INDEX `feedback_person` ON `feedback` (`workspace`,`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `feedback_match` ON `feedback` (`match_id`);--> statement-breakpoint
CREATE TABLE `matches` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`code` text NOT NULL,
	`candidate_id` text NOT NULL,
	`resume_id` text NOT NULL,
	`resume_version` integer NOT NULL,
	`audience` text NOT NULL,
	`posting_id` text NOT NULL,
	`posting_version` integer NOT NULL,
	`preferences_version` integer NOT NULL,
	`score_version` text NOT NULL,
	`as_of` text NOT NULL,
	`recruiter_total` real NOT NULL,
	`candidate_total` real NOT NULL,
	`confidence` real NOT NULL,
	`score` text NOT NULL,
	`asked_for` integer NOT NULL,
	`dropped` integer NOT NULL,
	`scored_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `matches_code` ON `matches` (`workspace`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `matches_pair` ON `matches` (`workspace`,`resume_id`,`audience`,`posting_id`);--> statement-breakpoint
CREATE INDEX `matches_by_resume` ON `matches` (`workspace`,`resume_id`,`audience`,`candidate_total`);--> statement-breakpoint
CREATE INDEX `matches_by_posting` ON `matches` (`workspace`,`posting_id`,`recruiter_total`);--> statement-breakpoint
CREATE TABLE `cursors` (
	`workspace` text NOT NULL,
	`source` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`workspace`, `source`)
);
--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`address_lookup` text NOT NULL,
	`verified` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_address` ON `identities` (`workspace`,`channel`,`address_lookup`);--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`code` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text,
	`time_zone` text NOT NULL,
	`digest` text NOT NULL,
	`digest_time` text NOT NULL,
	`digest_paused_until` integer,
	`own_candidate_id` text,
	`preferences` text,
	`noticed_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_code` ON `persons` (`workspace`,`code`);--> statement-breakpoint
CREATE INDEX `persons_digest` ON `persons` (`workspace`,`digest`,`id`);--> statement-breakpoint
CREATE INDEX `persons_own` ON `persons` (`workspace`,`own_candidate_id`);--> statement-breakpoint
CREATE TABLE `feed_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`feed` text NOT NULL,
	`started_at` integer NOT NULL,
	`report` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `feed_runs_feed` ON `feed_runs` (`workspace`,`feed`,`started_at`);--> statement-breakpoint
CREATE TABLE `posting_sources` (
	`workspace` text NOT NULL,
	`feed` text NOT NULL,
	`source_key` text NOT NULL,
	`external_id` text,
	`url` text,
	`posting_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`first_seen` integer NOT NULL,
	`last_seen` integer NOT NULL,
	PRIMARY KEY(`workspace`, `feed`, `source_key`)
);
--> statement-breakpoint
CREATE INDEX `posting_sources_posting` ON `posting_sources` (`posting_id`);--> statement-breakpoint
CREATE TABLE `posting_versions` (
	`workspace` text NOT NULL,
	`posting_id` text NOT NULL,
	`version` integer NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `posting_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `postings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`company` text,
	`search_text` text NOT NULL,
	`canonical_url` text,
	`requisition_key` text,
	`content_hash` text NOT NULL,
	`confidence` real NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `postings_code` ON `postings` (`workspace`,`code`);--> statement-breakpoint
CREATE INDEX `postings_status` ON `postings` (`workspace`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `postings_url` ON `postings` (`workspace`,`canonical_url`);--> statement-breakpoint
CREATE INDEX `postings_requisition` ON `postings` (`workspace`,`requisition_key`);--> statement-breakpoint
CREATE INDEX `postings_hash` ON `postings` (`workspace`,`content_hash`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`submission_id` text NOT NULL,
	`person_id` text NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`blob_id` text NOT NULL,
	`state` text NOT NULL,
	`format` text,
	`error_code` text,
	`error` text,
	`resume_id` text,
	`candidate_id` text,
	`seen_before` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attachments_submission` ON `attachments` (`submission_id`);--> statement-breakpoint
CREATE INDEX `attachments_resume` ON `attachments` (`workspace`,`resume_id`);--> statement-breakpoint
CREATE INDEX `attachments_candidate` ON `attachments` (`workspace`,`candidate_id`);--> statement-breakpoint
CREATE INDEX `attachments_error` ON `attachments` (`workspace`,`error_code`);--> statement-breakpoint
CREATE TABLE `blobs` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`size` integer NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`code` text NOT NULL,
	`person_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`channel` text NOT NULL,
	`conversation` text NOT NULL,
	`private` integer NOT NULL,
	`event_key` text NOT NULL,
	`message_id` text,
	`references` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text,
	`text` text NOT NULL,
	`detail` text,
	`verified` integer NOT NULL,
	`automatic` text,
	`replies_to` text,
	`posting_id` text,
	`raw_blob_id` text,
	`remarks` text NOT NULL,
	`received_at` integer NOT NULL,
	`answered_at` integer,
	`partial` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_event` ON `submissions` (`workspace`,`channel`,`event_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_code` ON `submissions` (`workspace`,`code`);--> statement-breakpoint
CREATE INDEX `submissions_person` ON `submissions` (`workspace`,`person_id`,`received_at`);
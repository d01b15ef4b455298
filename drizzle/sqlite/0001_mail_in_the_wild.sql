CREATE TABLE `application_notices` (
	`workspace` text NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`told` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `application_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `application_notices_person` ON `application_notices` (`workspace`,`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`posting_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`resume_id` text NOT NULL,
	`person_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `applications_posting` ON `applications` (`workspace`,`posting_id`,`at`);--> statement-breakpoint
CREATE INDEX `applications_person` ON `applications` (`workspace`,`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `applications_candidate` ON `applications` (`workspace`,`candidate_id`);--> statement-breakpoint
CREATE INDEX `applications_submission` ON `applications` (`submission_id`);--> statement-breakpoint
CREATE TABLE `posting_selections` (
	`workspace` text NOT NULL,
	`person_id` text NOT NULL,
	`posting_id` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`workspace`, `person_id`, `posting_id`, `channel`)
);
--> statement-breakpoint
CREATE INDEX `posting_selections_posting` ON `posting_selections` (`workspace`,`posting_id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`candidate_id` text NOT NULL,
	`resume_id` text NOT NULL,
	`person_id` text NOT NULL,
	`author` text NOT NULL,
	`audience` text NOT NULL,
	`submission_id` text,
	`position` integer NOT NULL,
	`path` text NOT NULL,
	`op` text NOT NULL,
	`value` text NOT NULL,
	`anchor` text,
	`previous` text,
	`at` integer NOT NULL,
	`retracted_at` integer
);
--> statement-breakpoint
CREATE INDEX `corrections_resume` ON `corrections` (`workspace`,`resume_id`,`audience`);--> statement-breakpoint
CREATE INDEX `corrections_person` ON `corrections` (`workspace`,`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `corrections_candidate` ON `corrections` (`workspace`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `preference_versions` (
	`workspace` text NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`data` text NOT NULL,
	`submission_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `person_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `erased_events` (
	`workspace` text NOT NULL,
	`event` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `event`)
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`person_id` text,
	`scope` text NOT NULL,
	`reply` text,
	`phase` text NOT NULL,
	`progress` text NOT NULL,
	`started_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasures_workspace` ON `erasures` (`workspace`);--> statement-breakpoint
CREATE TABLE `delivery_reports` (
	`workspace` text NOT NULL,
	`channel` text NOT NULL,
	`event_key` text NOT NULL,
	`outbox_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `channel`, `event_key`)
);
--> statement-breakpoint
CREATE INDEX `delivery_reports_outbox` ON `delivery_reports` (`outbox_id`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`workspace` text NOT NULL,
	`channel` text NOT NULL,
	`address_lookup` text NOT NULL,
	`kind` text NOT NULL,
	`status` text,
	`at` integer NOT NULL,
	`lifted_at` integer,
	PRIMARY KEY(`workspace`, `channel`, `address_lookup`, `kind`)
);
--> statement-breakpoint
ALTER TABLE `outbox` ADD `posting_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `last_word` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `provable` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `token_used_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `deferred_since` integer;--> statement-breakpoint
ALTER TABLE `persons` ADD `digest_weekday` text;--> statement-breakpoint
ALTER TABLE `postings` ADD `posted_by` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `proven_by` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `location` text;--> statement-breakpoint
CREATE INDEX `submissions_message` ON `submissions` (`workspace`,`channel`,`message_id`);
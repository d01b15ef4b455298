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
ALTER TABLE `outbox` ADD `posting_id` text;--> statement-breakpoint
ALTER TABLE `postings` ADD `posted_by` text;
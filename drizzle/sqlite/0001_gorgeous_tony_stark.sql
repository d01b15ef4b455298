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

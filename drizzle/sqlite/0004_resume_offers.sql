CREATE TABLE `resume_offers` (
	`workspace` text NOT NULL,
	`resume_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`person_id` text NOT NULL,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`offered_at` integer NOT NULL,
	`asked_at` integer,
	`submission_id` text,
	`answered_at` integer,
	PRIMARY KEY(`workspace`, `resume_id`)
);
--> statement-breakpoint
CREATE INDEX `resume_offers_person` ON `resume_offers` (`workspace`,`person_id`,`offered_at`);
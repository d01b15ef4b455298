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
CREATE INDEX `erasures_workspace` ON `erasures` (`workspace`);
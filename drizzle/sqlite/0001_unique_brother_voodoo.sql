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
ALTER TABLE `outbox` ADD `deferred_since` integer;